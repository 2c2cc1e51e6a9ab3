/** The mail's HTML of its words, whole or a part of it: the size of a part is measured with the template itself. */
import mustache from 'mustache';
import type { Block, MailContent, Row, Section, Segment } from '../domain/mail/section';
import { BAR, HTML, LINK } from './compiled';
import { BAR_COLOURS, badgePaint, barClass, edgeClass } from './look';

const render = (template: string, view: object): string =>
  mustache.render(template, view, { link: LINK, bar: BAR }, { escape: escaped });

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for attributes in quotes. Mustache's own escapes `/` and `=` too, which doubles every address. */
const escaped = (text: string): string => String(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** The mail with what only mark-up needs. Every name that the template uses is present, be it null. */
export const viewOf = (mail: MailContent) => ({ ...mail, sections: mail.sections.map(sectionView) });

const sectionView = (section: Section) => ({
  ...section,
  rule: '='.repeat(section.title.length),
  figures: section.figures && {
    ...section.figures,
    cells: section.figures.cells.map((cell) => ({ ...cell, ...segmentView({ tone: cell.tone, width: 0 }) })),
    bar: section.figures.bar.map(segmentView),
  },
  blocks: section.blocks.map(blockView),
});

const segmentView = ({ tone, width }: Segment) => ({
  width,
  colour: BAR_COLOURS[tone],
  css: barClass(tone),
  edge: edgeClass(tone),
});

const blockView = (block: Block) => ({ ...block, rows: block.rows.map(rowView) });

const rowView = ({ bar, group, item }: Row) => ({
  bar: bar && { ...bar, bar: bar.bar.map(segmentView) },
  group,
  item: item && itemView(item),
});

function itemView(item: NonNullable<Row['item']>) {
  const names = item.names.map((name, index) => ({
    ...name,
    comma: index < item.names.length - 1 || item.more !== null ? ', ' : '',
  }));
  // Plain text has no link within a sentence: names with a link stand on lines of their own.
  const isLinked = names.some(({ url }) => url !== null);
  return {
    ...item,
    // One line follows the title where the screen is wide enough, several stand under it.
    lines: item.lines.map((text) => ({ text, start: item.lines.length === 1 ? ' · ' : '<br>' })),
    names,
    hasNames: names.length > 0,
    linked: isLinked ? names : [],
    plain: isLinked ? [] : names,
    hasPlain: !isLinked && names.length > 0,
    badge: item.badge && { ...item.badge, ...badgePaint(item.badge.tone) },
  };
}

export const htmlOf = (mail: MailContent): string => render(HTML, viewOf(mail));

/** What stands in the template inside the section of this name. */
const inner = (name: string): string =>
  HTML.slice(HTML.indexOf(`{{#${name}}}`) + name.length + 5, HTML.indexOf(`{{/${name}}}`));

/** Bytes of HTML that a part takes; the parts of a mail and its frame add up to it. */
export const weight = {
  frame: (mail: MailContent): number => bytesOf(render(HTML, viewOf({ ...mail, sections: [] }))),
  /** With all its blocks. */
  section: (section: Section): number => bytesOf(render(inner('sections'), sectionView(section))),
  block: (block: Block): number => bytesOf(render(inner('blocks'), blockView(block))),
  row: (row: Row): number => bytesOf(render(inner('rows'), rowView(row))),
};

/** As UTF-8: Apps Script has no TextEncoder. */
export function bytesOf(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    // Each half of a pair takes two of its four bytes.
    bytes += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return bytes;
}
