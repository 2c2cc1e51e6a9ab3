import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { LocalHost } from '../../host/runtime/localHost';
import { SCOPES } from '../../host/services/base/run';

const HEAD = 'https://www.googleapis.com/auth/spreadsheets.currentonly';
const OWNER = 'owner@example.org';
const CURATOR = 'curator@example.org';

/** A folder with a script of these lines. */
function project(code: string, scopes: string[] = [HEAD, ...Object.values(SCOPES)]): string {
  const dir = mkdtempSync(join(tmpdir(), 'host-'));
  writeFileSync(
    join(dir, 'appsscript.json'),
    JSON.stringify({ timeZone: 'Asia/Yekaterinburg', oauthScopes: scopes }),
  );
  writeFileSync(join(dir, 'Code.js'), code);
  return dir;
}

function office(code: string, scopes?: string[]) {
  const host = new LocalHost({ now: Date.UTC(2026, 0, 12, 6) });
  const file = host.createSpreadsheet({
    name: 'Отчёты',
    owner: OWNER,
    locale: 'ru_RU',
    timeZone: 'Asia/Yekaterinburg',
  });
  file.share(CURATOR, 'edit');
  const book = file.workbook.id;
  const script = host.attach(project(code, scopes), { spreadsheetId: book });
  return { host, file, book, script };
}

const MENU = `
  function onOpen() { SpreadsheetApp.getUi().createMenu('Сводка').addItem('Обновить', 'update').addToUi(); }
  function update() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(Session.getEffectiveUser().getEmail()); return 1; }
`;

describe('a person with a book', () => {
  test('sees the menu, presses it, and the script runs with their rights', () => {
    const { host, book, file } = office(MENU);
    host.open(CURATOR, book);
    expect(host.menusOf(CURATOR, book)).toMatchObject([
      { caption: 'Сводка', items: [{ caption: 'Обновить' }] },
    ]);
    const run = host.menu(CURATOR, book, 'Сводка › Обновить');
    expect(run.error).toBeNull();
    expect(file.workbook.sheets[0]?.value(1, 1)).toBe(CURATOR);
    expect(run.meter.calls).toMatchObject({ 'Range.setValue': 1, 'Sheet.getRange': 1 });
  });

  test('has no menu when not signed in, or only looking', () => {
    const { host, book, file } = office(MENU);
    file.share('viewer@example.org', 'view');
    file.link = 'edit';
    host.open('', book);
    expect(() => host.menu('', book, 'Сводка › Обновить')).toThrow('no menu item');
  });

  test('answers questions and sees the sidebar', () => {
    const { host, script } = office(`function ask() {
      const ui = SpreadsheetApp.getUi();
      const answer = ui.alert('Точно?', 'Обновить всё', ui.ButtonSet.YES_NO);
      ui.showSidebar(HtmlService.createHtmlOutput('<p>x</p>').setTitle('Школа'));
      return String(answer === ui.Button.YES);
    }`);
    host.answers.push({ button: 'YES' });
    const run = host.call(script, 'ask', [], { user: CURATOR });
    expect(run.result).toBe('true');
    expect(run.seen).toMatchObject([
      { kind: 'alert', title: 'Точно?', buttons: 'YES_NO', answer: { button: 'YES' } },
      { kind: 'sidebar', title: 'Школа', html: '<p>x</p>' },
    ]);
  });

  test('whose edit is an event of onEdit, unless they are not signed in', () => {
    const { host, book, file } = office(`function onEdit(e) {
      console.log(e.range.getA1Notation(), e.value, e.source.getName(), String(e.authMode), e.user.getEmail());
      e.range.offset(0, 1).setValue('seen');
    }`);
    file.link = 'edit';
    const sheetId = file.workbook.sheets[0]?.id ?? 0;
    host.person(CURATOR).type({ spreadsheetId: book, sheetId }, 'B2', 'x');
    expect(host.runs.at(-1)?.log).toEqual(['DEBUG B2 x Отчёты LIMITED ']);
    expect(file.workbook.sheets[0]?.value(2, 3)).toBe('seen');
    host.person('').type({ spreadsheetId: book, sheetId }, 'B3', 'x');
    expect(file.workbook.sheets[0]?.value(3, 2)).toBe('x');
    expect(host.runs).toHaveLength(1);
  });

  test('who edits faster than onEdit runs loses events', () => {
    const { host, book, file } = office('function onEdit(e) {}');
    const sheetId = file.workbook.sheets[0]?.id ?? 0;
    host.inBurst(() => {
      for (let row = 1; row < 9; row++)
        host.person(CURATOR).type({ spreadsheetId: book, sheetId }, `A${row}`, 'x');
    });
    expect(host.runs).toHaveLength(3);
  });
});

describe('google.script.run', () => {
  const code = `
    function echo(a) { return a; }
    function date() { return { due: new Date() }; }
    function hidden_() {}
    function throwing() { throw new TypeError('нельзя'); }
  `;
  test('copies plain data both ways and refuses dates, functions and private names', () => {
    const { host, script } = office(code);
    const call = (name: string, ...args: unknown[]) =>
      host.call(script, name, args, { user: CURATOR, trigger: 'sidebar' });
    expect(call('echo', { a: [1, 'x', null, true] }).result).toEqual({ a: [1, 'x', null, true] });
    expect(call('echo', { at: new Date() }).error?.message).toBe(
      'Failed due to illegal value in property: at',
    );
    expect(call('date').error?.message).toContain('not a supported return type');
    expect(call('hidden_').error?.message).toContain('hidden_');
    expect(call('throwing').error).toMatchObject({ name: 'TypeError', message: 'нельзя', killed: false });
  });
});

describe('time', () => {
  const code = `
    function install() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(10).create(); }
    function tick(e) {
      const p = PropertiesService.getScriptProperties();
      p.setProperty('n', Number(p.getProperty('n')) + 1);
      try { SpreadsheetApp.getUi() } catch (x) { console.log(x.message) }
      console.log(Session.getEffectiveUser().getEmail(), e.triggerUid);
    }
    function long() { const p = PropertiesService.getScriptProperties(); for (;;) p.setProperty('at', String(Date.now())); }
  `;
  test('passes, and triggers run as their creator', () => {
    const { host, script } = office(code);
    host.call(script, 'install', [], { user: OWNER });
    const runs = host.advance(3_600_000);
    expect(runs).toHaveLength(6);
    expect(runs[0]?.log).toEqual([
      'DEBUG Cannot call SpreadsheetApp.getUi() from this context.',
      `DEBUG ${OWNER} 4000000001`,
    ]);
    expect(host.properties.store('script:script-1').get('n')).toBe('6');
  });

  test('an owner who lost access has triggers that do not run, and it is on record', () => {
    const { host, script, file } = office(code);
    host.call(script, 'install', [], { user: CURATOR });
    file.unshare(CURATOR);
    expect(host.advance(600_000)).toEqual([]);
    expect(host.scheduler.failures).toMatchObject([
      { user: CURATOR, message: expect.stringContaining('permission') },
    ]);
  });

  test('a run is cut at six minutes of modelled time', () => {
    const { host, script } = office(code);
    const run = host.call(script, 'long', [], { user: OWNER });
    expect(run.error).toMatchObject({ killed: true, message: 'Exceeded maximum execution time' });
    expect(run.meter.costMs).toBeGreaterThan(360_000);
  });

  test('a script can see the time its calls take', () => {
    const host = new LocalHost({ callsTakeTime: true });
    const { workbook } = host.createSpreadsheet({ name: 'x', owner: OWNER });
    const script = host.attach(
      project(
        'function f() { const a = Date.now(); SpreadsheetApp.getActiveSheet().appendRow([1]); return Date.now() - a; }',
      ),
      { spreadsheetId: workbook.id },
    );
    expect(Number(host.call(script, 'f', [], { user: OWNER }).result)).toBeGreaterThanOrEqual(110);
  });
});

test('a method that the host lacks is an error of the host, not of the script', () => {
  const { host, script } = office(
    'function f() { try { SpreadsheetApp.getActiveSheet().getSlicers() } catch (e) {} }',
  );
  expect(() => host.call(script, 'f', [], { user: OWNER })).toThrow('Sheet.getSlicers');
});

test('a refused scope takes one service away', () => {
  const { host, script } = office('function f() { MailApp.getRemainingDailyQuota() }');
  host.refuseScope(script, OWNER, SCOPES.mail);
  expect(host.call(script, 'f', [], { user: OWNER }).error?.message).toContain(
    'You do not have permission to call MailApp.getRemainingDailyQuota',
  );
  expect(host.call(script, 'f', [], { user: CURATOR }).error).toBeNull();
});

test('a copied book has its own copy of the script and its own properties', () => {
  const { host, book } = office(
    "function f() { PropertiesService.getScriptProperties().setProperty('a', '1'); return SpreadsheetApp.getActiveSpreadsheet().getName(); }",
  );
  const copy = host.copySpreadsheet(book, 'Копия', CURATOR);
  const [script] = host.projectsOf(copy.workbook.id);
  if (!script) throw new Error('no script');
  expect(host.call(script, 'f', [], { user: CURATOR }).result).toBe('Копия');
});
