/** A mail's HTML taken apart by the rules of browsers. */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Elements whose text nobody reads in the mail. */
const UNSEEN = new Set(['style', 'title', 'script']);

function walk(node: Tree.Node, visit: (node: Tree.Node) => boolean): void {
  if (!visit(node) || !('childNodes' in node)) return;
  for (const child of node.childNodes) walk(child, visit);
}

/** Every element, in the order of the document. */
export function parsedHtml(html: string): Element[] {
  const found: Element[] = [];
  walk(parse(html), (node) => {
    if ('attrs' in node) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      found.push({ tag: node.tagName, attributes });
    }
    return true;
  });
  return found;
}

export const linksIn = (html: string): string[] =>
  parsedHtml(html).flatMap(({ attributes }) => (attributes.href === undefined ? [] : [attributes.href]));

/** Texts as they are seen, one plain space between words; what only the list of mails shows is left out. */
export function textsIn(html: string): string[] {
  const found: string[] = [];
  walk(parse(html), (node) => {
    if ('value' in node) found.push(node.value.replace(/\s+/g, ' ').trim());
    const style = 'attrs' in node ? node.attrs.find(({ name }) => name === 'style')?.value : undefined;
    return !('tagName' in node && UNSEEN.has(node.tagName)) && !style?.startsWith('display:none');
  });
  return found
    .filter((text) => /[^\s·,()]/.test(text))
    .map((text) => text.replace(/^· |[·(]$|^\(|\)$/g, '').trim());
}
