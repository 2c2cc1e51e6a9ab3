/** Words of «Вернуть данные в свои строки» and «Данные стоят правильно». */
import { counted, NOUNS } from '../words/plural';

const ROWS_SHOWN = 12;

export interface ReturnLine {
  /** Rows of the sheet, from 1. */
  readonly to: number;
  readonly from: number | null;
  readonly cells: number;
}

export const restoreWords = {
  copyTitle: 'Отчёт до возврата (не удалять)',
  done: (rows: number) => `Данные возвращены: ${counted(rows, NOUNS.row)}.`,
  left: (keys: readonly string[]) =>
    keys.length === 0 ? '' : `Посмотрите сами, там с тех пор писали: ${keys.join(', ')}.`,
  nothing: 'Все данные стоят в своих строках.',
  ask: (book: string, lines: readonly ReturnLine[]) =>
    [
      `«${book}»: данные оказались в чужих строках. Вернуть их?`,
      ...lines.slice(0, ROWS_SHOWN).map(line),
      ...(lines.length > ROWS_SHOWN ? [`и ещё строк: ${lines.length - ROWS_SHOWN}`] : []),
      'Пока данные возвращаются, копия отчёта лежит рядом на скрытой вкладке. Ничего из написанного не пропадёт.',
    ].join('\n'),
  askAccept: (book: string, rows: readonly number[]) =>
    `«${book}»: данные строк ${rows.slice(0, ROWS_SHOWN).join(', ')}${rows.length > ROWS_SHOWN ? ' и других' : ''} стоят не там, где их видела Сводка. Если так и должно быть, строки снова учитываются. Оставить как есть?`,
  restored: 'Данные возвращены в свои строки.',
  goesOn: 'Возвращено не всё: расписание закончит само, или выберите этот пункт ещё раз.',
  stillLeft: (rows: number) =>
    `Осталось посмотреть самим: ${counted(rows, NOUNS.row)}, смотрите «Замечания».`,
  accepted: (rows: number) => `Учитываются как есть: ${counted(rows, NOUNS.row)}.`,
} as const;

const line = ({ to, from, cells }: ReturnLine): string =>
  from === null
    ? `строка ${to}: освободится (${counted(cells, NOUNS.cell)})`
    : `строка ${to}: получит своё из строки ${from} (${counted(cells, NOUNS.cell)})`;
