/** What a screen reader says once, of something that changed elsewhere on the page. */
const ID = 'live';

/** Stands in the page from the beginning: a region that appears with its words is not read by all readers. */
export const LIVE_REGION = { id: ID, class: 'hidden', role: 'status' } as const;

export function announce(words: string): void {
  const region = document.getElementById(ID);
  if (region === null) return;
  // The same words again must be read again.
  region.textContent = region.textContent === words ? `${words}\u00a0` : words;
}
