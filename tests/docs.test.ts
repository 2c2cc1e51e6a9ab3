/** What the pages and comments of the repository name is there: files, headings, commands, dependencies. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const ROOT = process.cwd();
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const under = (folder: string, name: RegExp): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(path))
    .map((path) => join(folder, path));

const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...under('docs', /\.md$/)];
const FOLDERS = ['src', 'sidebar', 'host', 'tests', 'bench', 'scripts', 'docs', 'control'];
const SOURCES = ['src', 'sidebar', 'host', 'tests', 'bench', 'scripts'].flatMap((folder) =>
  under(folder, /\.(tsx?|m?js|css|mjml)$/),
);
/** Made by commands; a fresh clone has none of it. */
const MADE = /^(out|dist|control\/dist|node_modules)(\/|$)/;

interface Place {
  readonly at: string;
  readonly text: string;
}
/** Each match's first group, with the line it stands in. */
function matches(path: string, pattern: RegExp): Place[] {
  return read(path)
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(pattern)].map((match) => ({ at: `${path}:${index + 1}`, text: match[1] ?? '' })),
    );
}

/** As GitHub makes the anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
const headingsOf = (path: string): string[] => matches(path, /^#+ (.+)$/g).map(({ text }) => text);

describe('every page', () => {
  test('names files and folders that are there', () => {
    const path = new RegExp(`(?<![\\w./-])((?:${FOLDERS.join('|')})/[\\w./-]*[\\w/])`, 'g');
    const named = PAGES.flatMap((page) => matches(page, path));
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ text }) => !MADE.test(text) && !existsSync(join(ROOT, text)))).toEqual([]);
  });

  test('links to pages, pictures and headings that are there', () => {
    const broken = PAGES.flatMap((path) =>
      matches(path, /\]\(([^)\s]+)\)/g)
        .filter(({ text }) => !/^[a-z]+:/.test(text))
        .filter(({ text }) => {
          const [file = '', anchor] = text.split('#');
          const target = file === '' ? path : relative(ROOT, join(ROOT, dirname(path), file));
          if (!existsSync(join(ROOT, target))) return true;
          return anchor !== undefined && !headingsOf(target).map(anchorOf).includes(anchor);
        }),
    );
    expect(broken).toEqual([]);
  });

  test('asks for commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const asked = PAGES.flatMap((path) => matches(path, /npm run (?:-s )?([\w:-]+)/g));
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter(({ text }) => scripts[text] === undefined)).toEqual([]);
  });
});

test('comments name files that are there', () => {
  const named = SOURCES.flatMap((path) =>
    matches(
      path,
      /(?:\/\/|\*).*?\b((?:src|sidebar|host|tests|bench|scripts|docs)\/[\w/.-]*\w\.(?:tsx?|m?js|md))\b/g,
    ),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ text }) => !existsSync(join(ROOT, text)))).toEqual([]);
});

test('comments that cite the design name one of its headings', () => {
  const headings = headingsOf('docs/design.md');
  const cited = SOURCES.filter((path) => path !== 'tests/docs.test.ts').flatMap((path) =>
    // A comment may break the line anywhere.
    [
      ...read(path)
        .replace(/\n\s*\*? ?/g, ' ')
        .matchAll(/docs\/design\.md, «([^»]+)»/g),
    ].map((match) => ({
      at: path,
      text: match[1] ?? '',
    })),
  );
  expect(cited.length).toBeGreaterThan(5);
  expect(cited.filter(({ text }) => !headings.includes(text))).toEqual([]);
});

test('the glossary names types that are there', () => {
  const code = SOURCES.map(read).join('\n');
  const named = matches('docs/glossary.md', /`([A-Z][a-z]+(?:[A-Z][a-z]+)+)`/g);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter(({ text }) => !new RegExp(`\\b${text}\\b`).test(code))).toEqual([]);
});

test('each decision is listed, and each dependency has its line', () => {
  const decisions = under('docs/decisions', /\.md$/).map((path) => relative('docs/decisions', path));
  const listed = matches('docs/decisions/README.md', /\]\(([\w-]+\.md)\)/g).map(({ text }) => text);
  expect(listed.sort()).toEqual(decisions.filter((name) => name !== 'README.md').sort());
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string> | undefined
  >;
  const used = Object.keys({ ...dependencies, ...devDependencies });
  const told = matches('docs/dependencies.md', /^\| ((?:`[^`]+`(?:, )?)+)/g).flatMap(({ text }) =>
    [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
  );
  expect(told.sort()).toEqual(used.sort());
});
