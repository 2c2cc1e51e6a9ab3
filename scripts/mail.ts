/**
 * Compiles the mails' templates: `src/mail/templates` → `src/mail/compiled.ts`. MJML (mjml.io) turns its few tags into
 * the tables that mail programs need; mustache's tags go through it untouched and are filled when a mail is sent.
 * `npx tsx scripts/mail.ts`; the build runs it too. The module's first line names the templates it was made from: while
 * they are the same, nothing is compiled.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = join(root, 'src/mail/templates');
const COMPILED = join(root, 'src/mail/compiled.ts');

/** What the output depends on besides the templates: MJML's version and this file. */
const INPUTS = [
  ...['mail.mjml', 'link.mustache', 'bar.mustache', 'text.mustache'].map((name) => join(SOURCES, name)),
  join(root, 'node_modules/mjml/package.json'),
  fileURLToPath(import.meta.url),
];

const source = (name: string): string => readFileSync(join(SOURCES, name), 'utf8');

/** The text of the module for the present templates. @throws when a template is not valid MJML. */
export async function compiledMail(): Promise<string> {
  const { default: mjml2html } = await import('mjml');
  const { html, errors } = await mjml2html(source('mail.mjml'), {
    validationLevel: 'strict',
    minify: true,
    keepComments: false,
    // The style sheets are a few lines; minifying them would need another package.
    minifyOptions: { minifyCss: false },
  });
  if (errors.length > 0) throw new Error(errors.map((each) => each.formattedMessage).join('\n'));
  const parts = {
    HTML: onOneLine(html),
    LINK: onOneLine(source('link.mustache')),
    BAR: onOneLine(source('bar.mustache')),
    TEXT: source('text.mustache'),
  };
  const body = Object.entries(parts).map(([name, text]) => `export const ${name} =\n  ${quoted(text)};\n`);
  return headed(body.join(''));
}

/** The fingerprint covers the module too, so that a line changed by hand is noticed. */
function headed(body: string): string {
  const hash = createHash('sha256');
  for (const text of [...INPUTS.map((path) => readFileSync(path, 'utf8')), body])
    hash.update(`${text.length}\0`).update(text);
  const print = hash.digest('hex').slice(0, 16);
  return `/** Made by scripts/mail.ts from src/mail/templates (${print}). Do not edit by hand. */\n${body}`;
}

/** Breaks lines where white space has no meaning: between tags and in style sheets. */
const onOneLine = (html: string): string =>
  html
    .replace(/\s*\n\s*/g, '')
    .replace(/(?<=[>}]) +(?=[<{])/g, '')
    .trim();

const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

/** Writes the module if it was made from other templates. */
export async function compileMail(): Promise<void> {
  const text = readFileSync(COMPILED, 'utf8');
  if (text === headed(text.slice(text.indexOf('\n') + 1))) return;
  writeFileSync(COMPILED, await compiledMail());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileMail();
