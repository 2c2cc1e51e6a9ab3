/** Builds a page of HtmlService: one file with its style and script inside, as Google shows it. */
import { join } from 'node:path';
import { build } from 'esbuild';

/** Sequences that would end the script early, or that HtmlService's templates and parser take for their own. */
const REFUSED = ['</script', '<!--', '<?'] as const;
const FRAME = `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<base target="_blank">
<title>%TITLE%</title>
<style>%STYLE%</style>
</head>
<body>
<div id="root"></div>
<script>%SCRIPT%</script>
</body>
</html>
`;

/**
 * The page of `sidebar/<name>`: style.css (with what it imports) and main.tsx in one frame.
 * @throws when it cannot be inlined, or is larger than `most` bytes.
 */
export async function buildPage(dir: string, title: string, most: number): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(dir, 'main.tsx')],
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    target: 'es2020',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const script = outputFiles[0]?.text ?? '';
  const sheet = await build({
    entryPoints: [join(dir, 'style.css')],
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
  });
  const style = sheet.outputFiles[0]?.text ?? '';
  for (const mark of REFUSED) {
    const at = script.toLowerCase().indexOf(mark);
    if (at >= 0)
      throw new Error(`${dir}: «${mark}» in the code: ${script.slice(Math.max(0, at - 60), at + 60)}`);
  }
  // No String.replace here: it would replace «$&» in the code.
  const html = Object.entries({ '%TITLE%': title, '%STYLE%': style, '%SCRIPT%': script }).reduce(
    (text, [mark, inserted]) => splice(text, mark, inserted),
    FRAME,
  );
  const bytes = Buffer.byteLength(html);
  if (bytes > most) throw new Error(`${dir}: ${bytes} bytes, at most ${most}`);
  return html;
}

function splice(text: string, mark: string, inserted: string): string {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`no ${mark} in the page`);
  return text.slice(0, at) + inserted + text.slice(at + mark.length);
}
