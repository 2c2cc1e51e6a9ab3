/**
 * Writes docs/fidelity.md: every behaviour of the local host that a comment under host/ calls unconfirmed or
 * backs with a Google page. `--check` writes nothing and exits with 1 when the page is out of date.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PAGE = join(root, 'docs/fidelity.md');
/** Short forms that comments use for pages of developers.google.com. */
const SHORT = /\b(?:guides|concepts|reference)\/[\w/#-]+|\bworkspace\/(?:add-ons|sheets)\/[\w/#-]+/g;
/** An address may end with a method's signature in parentheses. */
const ADDRESS = /(?:https?:\/\/|\bgithub\.com\/)(?:[^\s()]|\([^\s()]*\))+/g;

interface Statement {
  readonly text: string;
  readonly file: string;
  readonly sources: readonly string[];
  readonly unconfirmed: boolean;
}

/** The text of the page for the present sources. */
export function fidelityPage(): string {
  const found = sourceFiles(join(root, 'host')).flatMap(statements);
  const open = found.filter((one) => one.unconfirmed);
  const cited = found.filter((one) => !one.unconfirmed);
  return [
    '# What the local host takes from Google, and what nobody has confirmed',
    '',
    'Made by `scripts/fidelity.ts` from the comments under `host/`. Do not edit by hand.',
    '',
    `## Unconfirmed (${open.length})`,
    '',
    ...table(open),
    '',
    `## From a published page (${cited.length})`,
    '',
    ...table(cited),
    '',
  ].join('\n');
}

function table(rows: readonly Statement[]): string[] {
  const line = ({ text, file, sources, unconfirmed }: Statement) =>
    `| ${text} | ${file} | ${[...(unconfirmed ? ['unconfirmed'] : []), ...sources].join(' · ')} |`;
  return ['| behaviour | file | source |', '|---|---|---|', ...rows.map(line)];
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sourceFiles(path);
      return entry.name.endsWith('.ts') ? [path] : [];
    });
}

function statements(path: string): Statement[] {
  const source = readFileSync(path, 'utf8');
  const file = relative(root, path).replaceAll('\\', '/');
  const found: Statement[] = [];
  for (const { comment, name } of comments(source)) {
    const sources = [...new Set([...(comment.match(ADDRESS) ?? []), ...(comment.match(SHORT) ?? [])])]
      .filter((one, _index, all) => !all.some((other) => other !== one && other.includes(one)))
      .map((one) => one.replace(/[.,;:]$/, ''));
    const unconfirmed = /\bunconfirmed\b/i.test(comment);
    if (!unconfirmed && !sources.some(isGoogle)) continue;
    const bare = comment
      .replace(ADDRESS, '')
      .replace(/\s*\(\s*[,;:]?\s*\)/g, '')
      .replace(/\(\s*[,;:]?\s+/g, '(')
      .replace(/^[\s:.,]+/, '')
      .replaceAll('|', '\\|')
      .trim();
    found.push({ text: bare === '' ? `\`${name}\`` : bare, file, sources, unconfirmed });
  }
  return found;
}

function isGoogle(source: string): boolean {
  return /google\.com|^(guides|concepts|reference|workspace)\//.test(source);
}

/** Comments of a file as one line each, with the name of what follows them. */
function comments(source: string): { comment: string; name: string }[] {
  const found: { comment: string; name: string }[] = [];
  const blocks = /\/\*\*?([\s\S]*?)\*\/|((?:^[ \t]*\/\/.*\n?)+)/gm;
  for (const match of source.matchAll(blocks)) {
    const text = (match[1] ?? match[2] ?? '').replace(/^[ \t]*(?:\*|\/\/)[ \t]?/gm, '');
    const after = source.slice((match.index ?? 0) + match[0].length);
    const name =
      /(?:class|function|const|interface|type|readonly|export)?\s*(\w+)\s*[(:={<]| class (\w+)/.exec(after);
    found.push({ comment: text.replace(/\s+/g, ' ').trim(), name: name?.[1] ?? name?.[2] ?? '' });
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = fidelityPage();
  if (!process.argv.includes('--check')) writeFileSync(PAGE, page);
  else if (readFileSync(PAGE, 'utf8') !== page) {
    console.error('docs/fidelity.md is out of date: run `npx tsx scripts/fidelity.ts`');
    process.exitCode = 1;
  }
}
