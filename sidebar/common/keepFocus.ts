/**
 * The keyboard's place outlives a button that vanishes when it was pressed: without this it falls to the page's top,
 * and a person who uses no mouse, or hears the page, starts from there again.
 */
const HEADINGS = 'h1[tabindex], h2[tabindex], main[tabindex]';

/** Of what has the focus: the parts of the page around it, the nearest first. */
function partsAround(element: Element): Element[] {
  const parts: Element[] = [];
  for (let part = element.parentElement; part !== null; part = part.parentElement) parts.push(part);
  return parts;
}

/** From now on, in the whole page. */
export function keepFocus(page: Document): void {
  let around: readonly Element[] = [];
  page.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) around = partsAround(target);
  });
  new MutationObserver(() => {
    if (page.activeElement !== page.body || around.length === 0) return;
    for (const part of around) {
      const heading = part.isConnected ? part.querySelector<HTMLElement>(HEADINGS) : null;
      if (heading === null) continue;
      heading.focus();
      return;
    }
  }).observe(page, { childList: true, subtree: true });
}
