/** Which tabs a programme shows, and what the repair does to the layout of a book of an earlier version. */
import { describe, expect, it } from '@jest/globals';
import { SERVICE_ROWS } from '../../src/tabs/schemas/serviceTab';
import { fork, type World } from '../support/fork';
import { built } from '../support/scenes';
import { must, mustRun, placeOf, rebuild, viewOf } from '../support/smallProgramme';

const administrator = ({ host, books }: World) => host.person(books.administrator);
const type = (world: World, tab: string, cell: string, text: string) =>
  must(administrator(world).type(placeOf(world, tab), cell, text));
const seen = (world: World) => ['Охват', 'Реестр пар'].filter((tab) => !viewOf(world, tab).sheet.hidden);

describe('«Охват» and «Реестр пар»', () => {
  it('are not seen in a programme without targets and pairs', () => {
    expect(seen(built())).toEqual([]);
  });
  it('appear with the target that needs them, each with its own', () => {
    const world = fork(built());
    must(
      administrator(world).paste(placeOf(world, 'Показатели'), 'A2', [
        ['число наставников', '', '31.12.2020', '5'],
      ]),
    );
    rebuild(world);
    expect(seen(world)).toEqual(['Охват']);
    type(world, 'Показатели', 'A2', 'число пар');
    rebuild(world);
    expect(seen(world)).toEqual(['Охват', 'Реестр пар']);
  });
  it('appear with a stage about pairs of mentors, not with one about pairs of anything', () => {
    const world = fork(built());
    type(world, 'Этапы', 'C4', 'Купить две пары лыж');
    rebuild(world);
    expect(seen(world)).toEqual([]);
    type(world, 'Этапы', 'C4', 'Составить пары наставников и учеников');
    rebuild(world);
    expect(seen(world)).toEqual(['Охват', 'Реестр пар']);
  });
  it('are seen as long as somebody has written there, and stay as people left them', () => {
    const world = fork(built());
    type(world, 'Реестр пар', 'A2', 'П-001');
    rebuild(world);
    expect(seen(world)).toEqual(['Реестр пар']);
    // The administrator hides it: nobody brings it back.
    viewOf(world, 'Реестр пар').sheet.hidden = true;
    rebuild(world);
    expect(seen(world)).toEqual([]);
  });
});

describe('a book that version 2 laid out', () => {
  const old = (): World => {
    const world = fork(built());
    const { sheet } = viewOf(world, 'Отчёт');
    const column = (header: string) => viewOf(world, 'Отчёт').column(header);
    sheet.frozenColumns = 2;
    sheet.columnWidths.set(column('Этап'), 220);
    sheet.columnWidths.set(column('Организация'), 321);
    type(world, 'Служебное', `B${SERVICE_ROWS.version}`, '2');
    return world;
  };
  const laid = (world: World) => {
    const view = viewOf(world, 'Отчёт');
    const width = (header: string) => view.sheet.columnWidths.get(view.column(header));
    return [view.sheet.frozenColumns, width('Этап'), width('Организация')];
  };
  it('gets the new widths and one frozen column where nobody changed them by hand', () => {
    const world = old();
    mustRun(world, 'menuSetUp');
    expect(laid(world)).toEqual([1, 140, 321]);
  });
  it('is left as a person laid it afterwards', () => {
    const world = old();
    mustRun(world, 'menuSetUp');
    const { sheet } = viewOf(world, 'Отчёт');
    sheet.frozenColumns = 2;
    sheet.columnWidths.set(viewOf(world, 'Отчёт').column('Этап'), 220);
    mustRun(world, 'menuSetUp');
    expect(laid(world)).toEqual([2, 220, 321]);
  });
});
