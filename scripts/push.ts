/** `npm run push` (the reporting book's half) and `npm run push -- control`: builds, checks and calls clasp. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const HALVES: Readonly<Record<string, { readonly project: string; readonly book: string }>> = {
  reporting: { project: '.clasp.json', book: 'the reporting book' },
  control: { project: 'control/.clasp.json', book: 'the control book' },
};

function stop(message: string): never {
  console.error(`push: ${message}`);
  process.exit(2);
}

const [name = 'reporting'] = process.argv.slice(2);
const half = Object.hasOwn(HALVES, name) ? HALVES[name] : undefined;
if (!half) stop(`no half «${name}»; there are: ${Object.keys(HALVES).join(', ')}`);

const { scriptId } = JSON.parse(readFileSync(half.project, 'utf8')) as { scriptId?: string };
if (!scriptId || scriptId.startsWith('PUT-')) {
  stop(
    `${half.project} holds no script id yet. Open ${half.book} in Google Sheets, Extensions → Apps Script, ` +
      'Project settings, copy «Script ID» and put it into the file as "scriptId".',
  );
}
// --force: when the manifest changed, clasp asks, and without a terminal it skips the push.
const { status } = spawnSync('npx', ['clasp', '-P', half.project, 'push', '--force'], { stdio: 'inherit' });
process.exit(status ?? 1);
