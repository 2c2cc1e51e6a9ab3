import { readFileSync, statSync } from 'node:fs';
import vm from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

const BUNDLES = [
  { half: 'reporting', path: 'dist/Code.js', entry: 'src/entry.ts', most: 200_000 },
  // The office's own script: a school never waits for it. A sixteenth of it is names, for the log of errors.
  { half: 'control', path: 'control/dist/Code.js', entry: 'src/entry.control.ts', most: 500_000 },
] as const;

/** Names assigned in an entry as `global.NAME =`: the only ones that gas-webpack-plugin sees. */
function entryNames(path: string): string[] {
  const entry = readFileSync(path, 'utf8');
  return [...entry.matchAll(/^global\.(\w+)\s*=/gm)].map((match) => match[1] ?? '').sort();
}

/** Visits every node of a bundle. */
function walk(code: string, visit: (node: ts.Node) => void): void {
  const source = ts.createSourceFile('Code.js', code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  const step = (node: ts.Node): void => {
    visit(node);
    ts.forEachChild(node, step);
  };
  step(source);
}

describe.each(BUNDLES)('the bundle of the $half half', ({ path, entry, most }) => {
  const code = readFileSync(path, 'utf8');

  test('offers exactly the names of its entry', () => {
    const context = vm.createContext({});
    const before = new Set(Object.getOwnPropertyNames(context));
    vm.runInContext(code, context);
    const added = Object.getOwnPropertyNames(context).filter((name) => !before.has(name));
    expect(added.sort()).toEqual(entryNames(entry));
    for (const name of added) expect(typeof context[name]).toBe('function');
  });

  test('each name is declared at the top level, where Google looks for it', () => {
    const source = ts.createSourceFile('Code.js', code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
    const declared = source.statements.filter(ts.isFunctionDeclaration).map((one) => one.name?.text ?? '');
    expect(declared.sort()).toEqual(entryNames(entry));
  });

  test('holds no syntax that Apps Script refuses', () => {
    const refused: string[] = [];
    walk(code, (node) => {
      if (ts.isPrivateIdentifier(node)) refused.push(node.text);
      if (ts.isClassStaticBlockDeclaration(node)) refused.push('static block');
      if (ts.isPropertyDeclaration(node)) refused.push(`class field ${node.name.getText()}`);
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) refused.push('module');
      if (ts.isBinaryExpression(node) && node.operatorToken.kind >= ts.SyntaxKind.BarBarEqualsToken) {
        if (node.operatorToken.kind <= ts.SyntaxKind.QuestionQuestionEqualsToken)
          refused.push('logical assignment');
      }
      if (ts.isAwaitExpression(node)) refused.push('await');
    });
    expect(refused).toEqual([]);
  });

  test('names nothing that Apps Script lacks', () => {
    const missing = new Set(
      'setTimeout setInterval clearTimeout setImmediate queueMicrotask URL URLSearchParams TextEncoder TextDecoder fetch XMLHttpRequest crypto process require Buffer structuredClone atob btoa window document navigator localStorage performance AbortController'.split(
        ' ',
      ),
    );
    const named = new Set<string>();
    walk(code, (node) => {
      if (!ts.isIdentifier(node) || !missing.has(node.text)) return;
      const { parent } = node;
      const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
      const isKey =
        (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) && parent.name === node;
      if (!isMember && !isKey && !isOwn(node)) named.add(node.text);
    });
    expect([...named]).toEqual([]);
  });

  test('is small', () => {
    expect(statSync(path).size).toBeLessThanOrEqual(most);
  });
});

test('the reporting half has no name of the control half but those that schools need', () => {
  const [reporting, control] = BUNDLES.map(({ path }) => readFileSync(path, 'utf8'));
  const controlOnly = entryNames('src/entry.control.ts').filter(
    (name) => !entryNames('src/entry.ts').includes(name),
  );
  expect(controlOnly).toContain('tick');
  for (const name of controlOnly) {
    expect(control).toContain(`function ${name}(`);
    expect(reporting).not.toMatch(new RegExp(`\\b${name}\\b`));
  }
});

/** A parameter or variable of the bundle's own that merely bears such a name. */
function isOwn(node: ts.Identifier): boolean {
  for (let at: ts.Node | undefined = node; at; at = at.parent) {
    if (ts.isFunctionLike(at) && at.parameters.some((one) => one.name.getText() === node.text)) return true;
    if (ts.isBlock(at) || ts.isSourceFile(at)) {
      for (const statement of at.statements) {
        if (!ts.isVariableStatement(statement)) continue;
        if (statement.declarationList.declarations.some((one) => one.name.getText() === node.text))
          return true;
      }
    }
  }
  return false;
}
