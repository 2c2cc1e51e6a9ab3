/** What the server says to the importer's page. */
import { failureOf } from '../jobs/pageCalls';
import { counted, NOUNS } from '../words/plural';

export const importer = {
  dialogTitle: 'Из письма в таблицу',
  noBooks:
    'Отчётной книги ещё нет. Закройте это окно, выберите в меню «Сводка» → «Настроить таблицы…» и откройте его снова.',
  busy: 'Сейчас идёт другое обновление. Подождите минуту и нажмите ещё раз.',
  badDraft: 'Черновик не прочитан, в таблице ничего не изменилось. Закройте окно и вставьте письмо ещё раз.',
  notReady: (count: number) =>
    `В черновике ${counted(count, NOUNS.issue)}: исправьте отмеченные поля. В таблице ничего не изменилось.`,
  meanwhile: 'Пока вы смотрели, таблицу изменили, поэтому ничего не записано. Проверьте изменения заново.',
  failed: (why: string) => failureOf(why).sentence,
  nothing: 'Менять нечего: в таблице уже всё так.',
  written: (added: number, changed: number): string =>
    added + changed === 0 ? importer.nothing : `Записано: новых строк ${added}, изменённых ${changed}.`,
  rebuilt: (reports: number, issues: number) =>
    `Строки отчёта готовы: ${counted(reports, NOUNS.report)}, ${issues === 0 ? 'замечаний нет' : counted(issues, NOUNS.issue)}.`,
  rebuilding: 'Строк много, продолжаем.',
};
