/**
 * The keyboard belongs to the table beside unless the person has put it into this page: `focus()` alone would take it
 * out of a cell between two keys. What should have had it gets it when the person comes to the page.
 */
let wanted: HTMLElement | null = null;

/** Gives the keyboard to an element, if this page has the keyboard at all. */
export function takeFocus(element: HTMLElement | null | undefined): void {
  if (document.hasFocus()) element?.focus();
  else wanted = element ?? wanted;
}

/** The person has come to the page and to nothing in particular of it. */
function arrived(): void {
  if (document.activeElement === document.body && wanted?.isConnected) wanted.focus({ preventScroll: true });
  wanted = null;
}

const HEADINGS = 'h1[tabindex], h2[tabindex], main[tabindex]';

/** Of what has the focus: the parts of the page around it, the nearest first. */
function partsAround(element: Element): Element[] {
  const parts: Element[] = [];
  for (let part = element.parentElement; part !== null; part = part.parentElement) parts.push(part);
  return parts;
}

/**
 * From now on, in the whole page, the keyboard's place outlives a button that vanishes when it was pressed: without
 * this it falls to the page's top, and a person who uses no mouse, or hears the page, starts from there again.
 */
export function keepFocus(page: Document): void {
  let around: readonly Element[] = [];
  window.addEventListener('focus', arrived);
  page.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) around = partsAround(target);
  });
  new MutationObserver(() => {
    if (page.activeElement !== page.body || around.length === 0) return;
    for (const part of around) {
      const heading = part.isConnected ? part.querySelector<HTMLElement>(HEADINGS) : null;
      if (heading === null) continue;
      takeFocus(heading);
      return;
    }
  }).observe(page, { childList: true, subtree: true });
}
