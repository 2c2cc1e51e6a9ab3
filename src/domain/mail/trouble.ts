/** What keeps mails from going out. */

/**
 * Why nothing, or not everything, is sent. `forbidden`: mail was not granted; `exhausted`: the day's allowance is
 * spent; `failing`: Google leaves open what became of the mails; `busy`: it takes none for a passing reason; `unreadable`, `newer`, `full`: the ledger itself is
 * damaged, was written by a later version, has no room; `copied`: this control book is a copy; `books`: a book cannot
 * be read, and figures of all books wait for it.
 */
export interface MailTrouble {
  readonly kind:
    | 'forbidden'
    | 'exhausted'
    | 'failing'
    | 'busy'
    | 'unreadable'
    | 'newer'
    | 'full'
    | 'copied'
    | 'books';
  /** What Google said; '' where it said nothing. */
  readonly said: string;
}
