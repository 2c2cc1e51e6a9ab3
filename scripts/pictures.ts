/**
 * Pictures of the sample's tabs for the README and the guides, as LibreOffice shows the saved .xlsx.
 * Needs LibreOffice and poppler-utils on the machine; not part of the tests. `npx tsx scripts/pictures.ts`
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDemo } from '../host/sample/demo';
import { saveBook } from '../host/xlsx/store';
import { parseIso } from '../src/domain/dates/civil';
import { PROGRAMMES } from '../src/programmes';

/** Which tab of which sample becomes which picture. */
const PICTURES: readonly (readonly [programme: string, tab: string, picture: string])[] = [
  ['beloyarsky', 'Сводка', 'beloyarsky-summary'],
  ['ekaterinburg', 'Сводка', 'ekaterinburg-summary'],
  ['ekaterinburg', 'Отчёт', 'ekaterinburg-report'],
  ['ekaterinburg', 'Замечания', 'ekaterinburg-issues'],
];
const DAY = parseIso('2020-11-16');
const INTO = 'docs/pictures';

const work = mkdtempSync(join(tmpdir(), 'svodka-pictures-'));
try {
  for (const [index, { id }] of PROGRAMMES.entries()) {
    if (DAY === null) continue;
    const { host, books } = runDemo(index, DAY);
    const { workbook } = books.reporting;
    // LibreOffice would compute TODAY() as the real today: the sample's day is written instead.
    const service = workbook.sheets.find((sheet) => sheet.name === 'Служебное');
    if (!service) throw new Error('no service tab');
    host
      .person(books.administrator)
      .type({ spreadsheetId: workbook.id, sheetId: service.id }, 'B2', '16.11.2020');
    host
      .person(books.administrator)
      .type({ spreadsheetId: workbook.id, sheetId: service.id }, 'B6', "'16.11.2020 09:00");
    for (const [programme, tab, picture] of PICTURES) {
      if (programme !== id) continue;
      const hidden = workbook.sheets.filter((sheet) => sheet.name !== tab && !sheet.hidden);
      for (const sheet of hidden) sheet.hidden = true;
      await saveBook(host, workbook.id, join(work, `${picture}.xlsx`));
      for (const sheet of hidden) sheet.hidden = false;
      const options = { cwd: work, stdio: 'ignore' } as const;
      execFileSync('soffice', ['--headless', '--convert-to', 'pdf', `${picture}.xlsx`], options);
      execFileSync(
        'pdftoppm',
        ['-r', '110', '-png', '-f', '1', '-l', '1', '-singlefile', `${picture}.pdf`, picture],
        options,
      );
      const png = readFileSync(join(work, `${picture}.png`));
      writeFileSync(join(INTO, `${picture}.png`), png);
      console.log(`${INTO}/${picture}.png ${Math.round(png.length / 1000)} kB`);
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
