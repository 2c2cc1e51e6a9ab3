/**
 * Whether an address is known to be a Google account. Google tells it of no address, so it is never guessed: gmail.com
 * is Google's own, of everything else the administrator says so, by the domain or the whole address.
 */

const GOOGLES_OWN: readonly string[] = ['gmail.com', 'googlemail.com'];

/** `said`: domains and addresses, lower case, that the administrator names in «Настройки». */
export function isKnownAccount(address: string, said: readonly string[]): boolean {
  const lower = address.toLowerCase();
  const domain = lower.slice(lower.lastIndexOf('@') + 1);
  return GOOGLES_OWN.includes(domain) || said.includes(domain) || said.includes(lower);
}
