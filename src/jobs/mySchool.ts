/** The reporting book's menu: takes a person to the rows of their organisation. Runs with that person's rights. */
import { cellText } from '../domain/cell';
import { readTable } from '../domain/table';
import { sameKey } from '../domain/text';
import { type FoundReport, findReport } from '../google/findReport';
import { ask, goTo, say } from '../google/ui';
import { dialogs } from '../messages/setup';
import { reportSchema } from '../tabs/schemas/report';

const MOST_SHOWN = 12;

export function mySchool(): void {
  const found = findReport();
  const typed = found === null ? null : ask(dialogs.schoolPrompt);
  if (found === null) say(dialogs.notSetUp);
  if (found === null || typed === null || typed === '') return;
  const firstRows = firstRowsByName(found);
  const names = matching([...firstRows.keys()], typed);
  const [only] = names;
  if (only === undefined) say(dialogs.schoolNotFound(typed));
  else if (names.length > 1) say(dialogs.schoolMany(names.slice(0, MOST_SHOWN)));
  else goTo(found.sheet, firstRows.get(only) ?? 2);
}

function firstRowsByName(found: FoundReport): Map<string, number> {
  const table = readTable(reportSchema(), [found.header, ...found.rows]);
  const column = table.at.get('organisation') ?? 0;
  const firstRows = new Map<string, number>();
  found.rows.forEach((row, index) => {
    const name = cellText(row[column] ?? '');
    if (name !== '' && !firstRows.has(name)) firstRows.set(name, index + 2);
  });
  return firstRows;
}

/** Names that hold every word typed; a number must be the whole number, so that 1 does not find 12. */
function matching(names: readonly string[], typed: string): string[] {
  const words = wordsOf(typed);
  const exact = names.filter((name) => sameKey(name) === sameKey(typed));
  if (exact.length > 0) return exact;
  return names.filter((name) => {
    const own = wordsOf(name);
    return words.every((word) =>
      /^\d+$/.test(word) ? own.includes(word) : own.some((each) => each.startsWith(word)),
    );
  });
}

const wordsOf = (text: string): string[] =>
  sameKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'n');
