/** Rows of a tab come piece by piece while people go on typing: the grid ends with what the workbook holds. */
import { expect, test } from '@jest/globals';
import { Loader } from '../../../host/page/client/grid/loader';
import type { RowsShown, SheetShown } from '../../../host/page/protocol/protocol';

const TAB = { id: 7, used: 3 } as SheetShown;
const rowsOf = (text: string) => ({ rows: [{ row: 2, text }], looks: {} }) as unknown as RowsShown;

test('what somebody typed after a piece was asked for is not covered by that piece when it comes', async () => {
  const shown: RowsShown[] = [];
  let arrive: (rows: RowsShown) => void = () => {};
  const loader = new Loader({
    rows: () =>
      new Promise((done) => {
        arrive = done;
      }),
    put: (_sheet, rows) => shown.push(rows),
    visible: () => null,
    failed: (error) => {
      throw error;
    },
  });
  loader.reset([TAB], { sheet: -1, rows: 0 });
  const loaded = loader.load(TAB.id);
  const typed = rowsOf('new');
  shown.push(typed);
  loader.heard(TAB.id, typed);
  loader.heard(8, rowsOf('of another tab'));
  arrive(rowsOf('old'));
  await loaded;
  expect(shown.at(-1)).toEqual(rowsOf('new'));
  expect(loader.isComplete(TAB.id)).toBe(true);
});
