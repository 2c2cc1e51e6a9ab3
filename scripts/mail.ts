/**
 * Compiles the mails' templates: `src/mail/templates` → `src/mail/compiled.ts`. MJML (mjml.io) turns its few tags into
 * the tables that mail programs need; mustache's tags go through it untouched and are filled when a mail is sent.
 * `npx tsx scripts/mail.ts`; the build runs it too, and it writes only what changed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mjml2html from 'mjml';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = join(root, 'src/mail/templates');
const COMPILED = join(root, 'src/mail/compiled.ts');

const source = (name: string): string => readFileSync(join(SOURCES, name), 'utf8');

/** The module as it should be, from the templates as they are. @throws when a template is not valid MJML. */
export async function compiledMail(): Promise<string> {
  const { html, errors } = await mjml2html(source('mail.mjml'), {
    validationLevel: 'strict',
    minify: true,
    keepComments: false,
    // Its style sheets are a few lines, and the minimizer for them is a package of its own.
    minifyOptions: { minifyCss: false },
  });
  if (errors.length > 0) throw new Error(errors.map((each) => each.formattedMessage).join('\n'));
  const parts = {
    HTML: onOneLine(html),
    LINK: onOneLine(source('link.mustache')),
    BAR: onOneLine(source('bar.mustache')),
    TEXT: source('text.mustache'),
  };
  return [
    '/** Made by scripts/mail.ts from src/mail/templates. Do not edit by hand. */',
    ...Object.entries(parts).map(([name, text]) => `export const ${name} =\n  ${quoted(text)};`),
    '',
  ].join('\n');
}

/** Lines end where a space means nothing: between tags and in style sheets. */
const onOneLine = (html: string): string =>
  html
    .replace(/\s*\n\s*/g, '')
    .replace(/(?<=[>}]) +(?=[<{])/g, '')
    .trim();

const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

/** Writes the module if it is not what the templates give. */
export async function compileMail(): Promise<void> {
  const wanted = await compiledMail();
  if (readFileSync(COMPILED, 'utf8') !== wanted) writeFileSync(COMPILED, wanted);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileMail();
