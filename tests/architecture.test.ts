/** What may know what. A rule that is broken names the file and the line. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

const ROOT = process.cwd();
const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));

interface Source {
  readonly path: string;
  readonly tree: ts.SourceFile;
}
const parse = (path: string): Source => ({
  path,
  tree: ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.ES2022, true),
});

/** Every place where `matches` holds, as `file:line: what`. */
function places({ path, tree }: Source, matches: (node: ts.Node) => string | null): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const what = matches(node);
    if (what !== null) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      found.push(`${path}:${line + 1}: ${what}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** What a node takes from another module: `import`, `import type`, `export … from`, `import('…')` as value and as type. */
function imported(node: ts.Node): string | null {
  const specifier =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
        ? node.argument.literal
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined;
  return specifier && ts.isStringLiteral(specifier) ? specifier.text : null;
}
const importsOf = (source: Source) =>
  places(source, imported).map((place) => {
    const text = place.slice(place.indexOf(': ') + 2);
    return {
      place,
      to: text.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(source.path), text)) : text,
    };
  });

const ALL = sources('src').map(parse);
const PAGES = sources('sidebar').map(parse);
const HOST = sources('host').map(parse);
const under = (folder: string) =>
  [...ALL, ...PAGES, ...HOST].filter(({ path }) => path.startsWith(`${folder}/`));

describe('the domain', () => {
  const domain = under('src/domain');
  test('imports nothing from outside', () => {
    // valibot says what plain data may look like: it knows nothing of where it runs.
    const outside = domain
      .flatMap(importsOf)
      .filter(({ to }) => !to.startsWith('src/domain/') && to !== 'valibot');
    expect(outside.map(({ place }) => place)).toEqual([]);
  });
  test('reads no clock, makes no `Date`, rolls no dice, and names nothing of Google or of a browser', () => {
    const FORBIDDEN = new Set([
      'Date',
      'performance',
      'window',
      'document',
      'fetch',
      'console',
      'process',
      'require',
      'globalThis',
      'Intl',
      'GoogleAppsScript',
    ]);
    const named = domain.flatMap((source) =>
      places(source, (node) => {
        if (!ts.isIdentifier(node)) return null;
        const { parent } = node;
        if (ts.isPropertyAccessExpression(parent) && parent.expression !== node)
          return node.text === 'random' ? 'random' : null;
        const isValue =
          ts.isNewExpression(parent) ||
          ts.isCallExpression(parent) ||
          ts.isPropertyAccessExpression(parent) ||
          ts.isTypeReferenceNode(parent);
        return isValue && FORBIDDEN.has(node.text) && !declared(source, node.text) ? node.text : null;
      }),
    );
    expect(named).toEqual([]);
  });
  const declared = ({ tree }: Source, name: string): boolean =>
    new RegExp(`\\b(const|let|function|type|interface)\\s+${name}\\b|[({,]\\s*${name}\\s*[:,})]`).test(
      tree.text,
    );
});

describe('layers', () => {
  test.each<[string, readonly string[]]>([
    ['src/tabs', ['src/tabs/', 'src/domain/', 'src/messages/', 'src/programmes/']],
    ['src/messages', ['src/messages/', 'src/domain/', 'make-plural/plurals']],
    ['src/mail', ['src/mail/', 'src/domain/', 'src/messages/', 'src/tabs/', 'mustache']],
    ['src/programmes', ['src/programmes/', 'src/domain/']],
    ['src/contract', ['src/contract/', 'src/domain/']],
    ['src/google', ['src/google/', 'src/tabs/', 'src/domain/', 'src/messages/', 'src/contract/']],
    // What a page checks and shows is declared: contracts, rules, words, and the tables' schemas, which are data.
    ['sidebar', ['sidebar/', 'src/contract/', 'src/domain/', 'src/messages/', 'src/tabs/schemas/', 'preact']],
  ])('%s looks only where it may', (folder, allowed) => {
    const outside = under(folder)
      .flatMap(importsOf)
      .filter(({ to }) => !allowed.some((each) => to === each || to.startsWith(each)));
    expect(outside.map(({ place }) => place)).toEqual([]);
  });
  test('only src/google names the services of Apps Script', () => {
    const SERVICES =
      /^(SpreadsheetApp|MailApp|GmailApp|PropertiesService|LockService|ScriptApp|Utilities|HtmlService|Session|CacheService|DriveApp|UrlFetchApp|ContentService|Logger)$/;
    const named = ALL.filter(({ path }) => !path.startsWith('src/google/')).flatMap((source) =>
      places(source, (node) => (ts.isIdentifier(node) && SERVICES.test(node.text) ? node.text : null)),
    );
    expect(named).toEqual([]);
  });
  test('only jobs and the entry know the time: tabs and messages are given it', () => {
    const clocks = [...under('src/tabs'), ...under('src/messages'), ...under('src/programmes')].flatMap(
      (source) => places(source, (node) => (ts.isIdentifier(node) && node.text === 'Date' ? 'Date' : null)),
    );
    expect(clocks).toEqual([]);
  });
});

/** Groups of files that take from each other in a circle, each as its paths. */
function circles(files: readonly Source[]): string[][] {
  const known = new Map(files.map((file) => [file.path, file]));
  const resolved = (to: string): string | undefined =>
    [`${to}.ts`, `${to}.tsx`, join(to, 'index.ts'), to].find((path) => known.has(path));
  const takes = new Map(
    files.map((file) => [
      file.path,
      importsOf(file).flatMap(({ to }) => {
        const path = resolved(to);
        return path === undefined ? [] : [path];
      }),
    ]),
  );
  // Tarjan's strongly connected components.
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (path: string): void => {
    order.set(path, order.size);
    lowest.set(path, order.get(path) ?? 0);
    open.push(path);
    for (const next of takes.get(path) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next))
        lowest.set(path, Math.min(lowest.get(path) ?? 0, lowest.get(next) ?? 0, order.get(next) ?? 0));
    }
    if (lowest.get(path) !== order.get(path)) return;
    const circle = open.splice(open.indexOf(path));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const path of takes.keys()) if (!order.has(path)) visit(path);
  return found;
}

describe('rooms', () => {
  test.each(['src', 'sidebar', 'host/page/client'])(
    'no files of %s take from each other in a circle, types included',
    (folder) => {
      expect(circles(under(folder))).toEqual([]);
    },
  );
  test('a circle of types alone would be found', () => {
    const file = (path: string, text: string): Source => ({
      path,
      tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true),
    });
    const loop = [
      file('src/a.ts', "import type { B } from './b';"),
      file('src/b.ts', "export const c = (): import('./c').C => null;"),
      file('src/c.ts', "export { a } from './a';"),
      file('src/d.ts', "import './a';"),
    ];
    expect(circles(loop)).toEqual([['src/a.ts', 'src/b.ts', 'src/c.ts']]);
  });
  test('a folder has at most fifteen files, and nothing lies loose where its neighbours have rooms', () => {
    const MOST = 15;
    const files = new Map<string, string[]>();
    for (const { path } of [...ALL, ...PAGES, ...HOST]) {
      files.set(dirname(path), [...(files.get(dirname(path)) ?? []), path]);
    }
    const full = [...files].filter(([, paths]) => paths.length > MOST).map(([folder]) => folder);
    const loose = [
      'src/domain',
      'src/tabs',
      'src/jobs',
      'src/google',
      'src/messages',
      'sidebar',
      'host',
      'host/page',
      'host/workbook',
    ].flatMap((folder) => files.get(folder) ?? []);
    expect({ full, loose }).toEqual({ full: [], loose: [] });
  });
});

test('a page takes the keyboard only through takeFocus, which leaves it with the table beside', () => {
  const focuses = (node: ts.Node): string | null => {
    const isCall = ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression);
    if (isCall && node.expression.name.text === 'focus') return 'focus()';
    return ts.isJsxAttribute(node) && /^autofocus$/i.test(node.name.getText()) ? 'autofocus' : null;
  };
  const found = PAGES.flatMap((source) => places(source, focuses));
  expect(found.filter((place) => !place.startsWith('sidebar/common/focus.ts'))).toEqual([]);
  expect(found).toHaveLength(2);
});

test('only host/xlsx names the library that reads and writes .xlsx: it is young, and may have to be replaced', () => {
  const outside = ['src', 'sidebar', 'host', 'bench', 'scripts', 'tests']
    .flatMap(sources)
    .filter((path) => !path.startsWith('host/xlsx/'))
    .flatMap((path) => importsOf(parse(path)))
    .filter(({ to }) => /^hucre(\/|$)/.test(to));
  expect(outside.map(({ place }) => place)).toEqual([]);
});

test('Russian that people read stands only in messages and programmes', () => {
  // These read Russian, they do not write it.
  const READERS = [
    'src/domain/letter/',
    'src/domain/personal/',
    'src/domain/dates/dateText.ts',
    'src/domain/values/text.ts',
    'src/domain/values/ordinals.ts',
    // Whether two lists name the same organisation.
    'src/domain/organisations/',
    'src/domain/import/organisationIds.ts',
    'src/domain/import/matchOrganisations.ts',
    // What stages say of mentors and their pairs.
    'src/domain/coverage/asked.ts',
    // What people type to find their school.
    'src/domain/search/',
  ];
  const ours = ALL.filter(
    ({ path }) =>
      !path.startsWith('src/messages/') &&
      !path.startsWith('src/programmes/') &&
      !READERS.some((each) => path.startsWith(each)),
  );
  const found = ours.flatMap((source) =>
    places(source, (node) =>
      (ts.isStringLiteralLike(node) ||
        ts.isTemplateHead(node) ||
        ts.isTemplateMiddleOrTemplateTail(node) ||
        ts.isRegularExpressionLiteral(node)) &&
      /[А-Яа-яЁё]/.test(node.text)
        ? node.text
        : null,
    ),
  );
  expect(found).toEqual([]);
});
