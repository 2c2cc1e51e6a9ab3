/** Makes a mail: words by the domain, mark-up by the compiled templates, filled by mustache, which escapes. */
import mustache from 'mustache';
import { letterOf } from '../domain/mail/content/letter';
import { said } from '../domain/mail/content/said';
import type { Mail, MailFacts, MailRequest } from '../domain/mail/parts';
import type { Block, Letter, Row, Section, Segment } from '../domain/mail/section';
import type { MailWords } from '../domain/mail/words';
import { MAIL_WORDS } from '../messages/mail';
import { BAR, HTML, LINK, TEXT } from './compiled';
import { figuresTable } from './csv';
import { BAR_COLOURS, badgePaint, barMark } from './look';
import { folded } from './text';

const LONGEST_SENDER = 100;

/**
 * The mail as it goes out now, or null when nothing of it is left to say: what was filed since it was planned is not
 * asked for, a district that left the programme has no digest.
 */
export function composeMail(
  request: MailRequest,
  facts: MailFacts,
  words: MailWords = MAIL_WORDS[request.language],
): Mail | null {
  const letter = letterOf(request, facts, words);
  if (letter === null) return null;
  const view = viewOf(letter);
  return {
    to: request.to,
    subject: letter.subject,
    text: folded(mustache.render(TEXT, view, {}, { escape: String })),
    html: mustache.render(HTML, view, { link: LINK, bar: BAR }, { escape: escaped }),
    attachments: request.parts.some(({ kind }) => kind === 'ministry') ? [figuresTable(facts, words)] : [],
    replyTo: facts.office.replyTo,
    senderName: said(words.senderName(facts.office.name), LONGEST_SENDER).replace(/["<>\\]/g, ''),
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for attributes in quotes. Mustache's own escapes `/` and `=` too, which doubles every address. */
const escaped = (text: string): string => String(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** The letter with what only mark-up needs. Every name of a template stands in its own object, be it null. */
const viewOf = (letter: Letter) => ({ ...letter, sections: letter.sections.map(sectionView) });

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

const segmentView = ({ tone, width }: Segment) => ({ width, colour: BAR_COLOURS[tone], mark: barMark(tone) });

const blockView = (block: Block) => ({ ...block, rows: block.rows.map(rowView) });

const rowView = ({ bar, group, item }: Row) => ({
  bar: bar && { ...bar, bar: bar.bar.map(segmentView) },
  group,
  item: item && {
    ...item,
    // One line follows the title where the screen is wide enough, several stand under it.
    lines: item.lines.map((text) => ({ text, start: item.lines.length === 1 ? ' · ' : '<br>' })),
    names: item.names.map((name, index) => ({ ...name, comma: index < item.names.length - 1 ? ', ' : '' })),
    hasNames: item.names.length > 0,
    badge: item.badge && { ...item.badge, ...badgePaint(item.badge.tone) },
  },
});
