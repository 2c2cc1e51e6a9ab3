/** What a person reads about a letter that was read: reasons of questions, kinds of deadlines, the terminal's report. */

import type { OrganisationType, QuestionReason } from '../../domain/letter';
import type { FindingKind } from '../../domain/personal/personalData';
import type { DeadlineKind } from '../../domain/programme/programme';

export const questionReason: Readonly<Record<QuestionReason, string>> = {
  'no-year': 'год не указан',
  'this-year': 'год назван словами («текущего года»): укажите его цифрами',
  impossible: 'такого дня в календаре нет',
  scan: 'похоже на ошибку распознавания: проверьте дату',
  'two-readings': 'дату можно прочитать двояко: день или год стоит первым?',
  'open-bound': 'не ясно, входит ли названный срок: «до октября» – это до его начала или до конца?',
  vague: 'срок назван приблизительно: укажите день',
  'school-part': 'у второго полугодия учебного года нет единой даты окончания',
  reversed: 'конец срока раньше начала',
  'start-year': 'год начала не указан: взят ближайший, проверьте',
  'two-dates': 'две даты для одного мероприятия',
  'two-deadlines': 'две даты для одного мероприятия',
  'depends-on-event': 'срок зависит от даты события',
  'weak-period': 'в тексте назван год: это срок мероприятия?',
  unread: 'срок не прочитан',
  'request-undated': 'поручение в тексте без даты: если это этап, добавьте его',
  'date-outside': 'дата вне мероприятий: если это срок этапа, добавьте его',
  'near-duplicate': 'названия почти совпадают: это одна организация?',
  'table-unread': 'столбцы таблицы не узнаны: проверьте заголовки',
  'title-missing': 'у срока нет мероприятия',
  'target-year': 'у показателя назван год: взят конец года, проверьте',
  'target-unread': 'значение показателя не прочитано',
  'target-undated': 'у показателя нет даты',
  'document-blank': 'дата и номер документа не заполнены',
  'made-from-numbers': 'названия составлены по номерам: проверьте их',
};

export const deadlineKind: Readonly<Record<DeadlineKind, string>> = {
  by: 'до',
  on: 'в день',
  from: 'начиная с',
  range: 'период',
  recurring: 'повторяется',
  relative: 'от события',
  reference: 'по другому документу',
  none: 'без срока',
};

export const personalKind: Readonly<Record<FindingKind, string>> = {
  name: 'фамилия и инициалы или имя',
  phone: 'личный телефон',
  email: 'личная почта',
  snils: 'СНИЛС',
  passport: 'паспорт',
  birthdate: 'дата рождения',
  'office-phone': 'телефон учреждения',
};

export const organisationType: Readonly<Record<OrganisationType, string>> = {
  school: 'школа',
  kindergarten: 'детский сад',
  'further-education': 'дополнительное образование',
  vocational: 'профессиональное образование',
  higher: 'высшее образование',
  office: 'управление',
  centre: 'центр',
  other: 'другое',
};

/** Headings and sentences of the terminal's report. */
export const letterReport = {
  document: 'Документ',
  noDate: 'дата не найдена',
  noNumber: 'номер не найден',
  stages: 'Этапы',
  targets: 'Показатели',
  organisations: 'Организации',
  questions: 'Вопросы',
  personalData: 'Персональные данные (в программу не переносятся)',
  none: 'нет',
  line: 'строка',
  approval: 'нужно согласование',
  approvalInDeadline: 'нужно согласование в тот же срок',
  noDeadline: 'В этой фразе срока нет.',
  unknownYear: 'дата не определена',
  letterUsage: 'Как вызвать: npm run -s svodka -- letter ФАЙЛ.txt|ФАЙЛ.docx [--json]',
  deadlineUsage: 'Как вызвать: npm run -s svodka -- deadline "до 7 сентября 2020 года" [--json]',
  unreadable: (file: string): string => `Не удалось прочитать файл: ${file}`,
  missing: (file: string): string => `Файл не найден: ${file}`,
  pdf: 'Это PDF: откройте его, выделите весь текст (Ctrl+A), скопируйте и вставьте в файл .txt.',
  oldWord: 'Это файл Word или Excel старого вида (.doc, .xls): сохраните его как .docx или .txt.',
  xlsx: 'Это таблица .xlsx, а здесь читаются письма .txt и .docx: откройте её в окне «Письмо или список…».',
  otherOffice: 'Это не документ Word, а другой файл Office или архив: понятны файлы .txt и .docx.',
  unknownFormat: 'Понятны файлы .txt и .docx.',
  badDocx: 'Файл .docx повреждён или это не документ Word.',
  notDocx: 'Файл назван .docx, но внутри не документ Word: он повреждён или переименован.',
  unknownOption: (option: string): string => `Неизвестный параметр: ${option}`,
} as const;
