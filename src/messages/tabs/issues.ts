/** Each problem in words: what is expected, and what the person is to do. */
import { formatRu } from '../../domain/dates/civil';
import type { Problem } from '../../domain/schema/problem';
import { NOT_OF_TYPE_WORDS } from '../words/columnTypes';
import { counted, NOUNS } from '../words/plural';

export interface IssueWords {
  readonly expected: string;
  readonly repair: string;
}

export const NO_ISSUES = 'Замечаний нет.';
export const moreIssues = (count: number): string => `…и ещё ${counted(count, NOUNS.issue)}`;

const PERSONAL: Readonly<Record<string, string>> = {
  name: 'имя человека',
  phone: 'телефон',
  email: 'личный адрес почты',
  snils: 'СНИЛС',
  passport: 'паспорт',
  birthdate: 'дата рождения',
};

const says = (expected: string, repair: string): IssueWords => ({ expected, repair });

export function describeIssue(problem: Problem): IssueWords {
  switch (problem.code) {
    case 'required':
      return says('ячейка заполнена', 'Заполните эту ячейку.');
    case 'errorCell':
      return says('значение без ошибки', 'Очистите ячейку и введите значение заново, без формулы.');
    case 'formula':
      return says(
        'само значение, не формула',
        'Очистите ячейку и введите значение заново, без формулы: завтра она может дать другое, поэтому не учитывается.',
      );
    case 'notOfType':
      return says(...NOT_OF_TYPE_WORDS[problem.type]);
    case 'unseenSign':
      return says(
        'текст без невидимых знаков',
        `${problem.after === '' ? 'В начале' : `После «${problem.after}»`} стоит невидимый знак. Сотрите всё и наберите заново, не копируя.`,
      );
    case 'notDate':
      return problem.suggestion === null
        ? says(...NOT_OF_TYPE_WORDS.date)
        : says(
            'дата вида 05.10.2020',
            `Похоже, это ${formatRu(problem.suggestion)}: введите так, цифрами, и нажмите Enter.`,
          );
    case 'noSuchDay':
      return says('день, который есть в календаре', 'Такого дня нет в календаре: проверьте день и месяц.');
    case 'dateOutOfRange':
      return says('день с 2000 по 2100 год', 'Проверьте год: такой даты здесь быть не может.');
    case 'dateInFuture':
      return says(
        'не позже сегодняшнего дня',
        'Поставьте день, когда этап выполнен: это дата в будущем. Если ещё не выполнен, очистите ячейку.',
      );
    case 'dateBeforeStart':
      return says(
        `не раньше ${formatRu(problem.start)}`,
        'Программа тогда ещё не началась: проверьте день, месяц и год.',
      );
    case 'numberAsText':
      return says('число', 'Число записано как текст: введите его заново цифрами.');
    case 'numberTooSmall':
      return says(`не меньше ${problem.min}`, 'Проверьте число: оно слишком маленькое.');
    case 'numberTooBig':
      return says(`не больше ${problem.max}`, 'Проверьте число: оно слишком большое.');
    case 'notChoice':
      return says(
        `одно из: ${problem.allowed.join(', ')}`,
        NOT_OF_TYPE_WORDS[problem.several ? 'choices' : 'choice'][1],
      );
    case 'notInBooks':
      return says(
        'код или район из отчётных книг',
        'В отчётных книгах такого нет, поэтому писем этому адресу не будет. Проверьте, как это записано на вкладке «Организации».',
      );
    case 'inSeveralBooks':
      return says(
        'ясно, из какой книги',
        'Такой код или район есть в нескольких отчётных книгах, поэтому писем пока не будет. Впишите в этой строке «Район» (куратору) или «Книга».',
      );
    case 'noSuchStage':
      return says(
        'коды этапов через запятую',
        `Этапа с кодом «${problem.stage}» на вкладке «Этапы» нет, для него столбец не спрашивается. Проверьте код.`,
      );
    case 'tooLong':
      return says(
        'до 2000 знаков',
        `Сократите текст: сейчас ${problem.length} знаков. Длинное вынесите в документ и дайте ссылку.`,
      );
    case 'pattern':
      return says(problem.says, 'Исправьте запись по образцу из примечания к заголовку.');
    case 'personalData':
      return says(
        'без личных данных',
        `Уберите личные данные (${problem.kinds.map((kind) => PERSONAL[kind] ?? kind).join(', ')}): хранить их в таблице нельзя.`,
      );
    case 'onlyWhen':
      return says(
        `сначала «${problem.column}»`,
        `Заполняется только вместе со столбцом «${problem.column}»: заполните его или очистите эту ячейку.`,
      );
    case 'requiredWhen':
      return says('ячейка заполнена', `Заполните: этого требует значение в столбце «${problem.column}».`);
    case 'before':
      return says(
        `не раньше, чем «${problem.column}»`,
        `Эта дата раньше даты в столбце «${problem.column}»: проверьте обе.`,
      );
    case 'moreThan':
      return says(
        `не больше, чем «${problem.column}»`,
        `Это число больше числа в столбце «${problem.column}»: проверьте оба.`,
      );
    case 'documentMissing':
      return says(
        'номер и дата документа или ссылка',
        'Этап просит документ: запишите его номер и дату или ссылку.',
      );
    case 'duplicate':
      return says(
        'значение, которого нет в других строках',
        `То же записано в строке ${problem.row}: оставьте одну из двух.`,
      );
    case 'rowUnclear':
      return says(
        'одна строка на этап организации',
        'Организация, этап и скрытый ключ строки не сходятся: так бывает после сортировки или вставки поверх. Отмените это действие (Ctrl+Z или «История версий»). До исправления строка не учитывается.',
      );
    case 'cellsMoved':
      return says(
        'данные стоят в своей строке',
        `${movedText(problem.holds, problem.ownIn)} Так бывает, когда сортируют или сдвигают часть столбцов. Отмените это (Ctrl+Z), или администратор выберет в меню управляющей книги «Вернуть данные в свои строки». До этого строка не учитывается.`,
      );
    case 'rowTwice':
      return says(
        'одна строка на этап организации',
        `Та же организация и тот же этап есть в строке ${problem.row}. Сравните строки и попросите администратора удалить лишнюю.`,
      );
    case 'filedElsewhere':
      return says(
        'пишет куратор этой организации',
        `Это вписал человек другой организации: ${problem.by}. Если он ошибся строкой, верните прежнее; если всё верно, перепишите ячейку сами или поставьте «согласовано».`,
      );
    case 'decidedElsewhere':
      return says(
        'решает руководитель этого района',
        `Здесь решил человек другого района: ${problem.by}. Если он ошибся строкой, верните прежнее; если всё верно, поставьте решение сами.`,
      );
    case 'rowForeign':
      return says(
        'только строки, созданные Сводкой',
        'Эта строка не относится ни к одному этапу и не учитывается. Перенесите данные в свою строку и очистите эту.',
      );
    case 'noStages':
      return says('хотя бы один этап', 'Заполните вкладку «Этапы»: код, мероприятие, вид срока и срок.');
    case 'noOrganisations':
      return says(
        'хотя бы одна организация',
        'Заполните вкладку «Организации»: код, район, краткое название, тип.',
      );
    case 'stageUndated':
      return says(
        'срок этапа',
        'В письме нет даты: поставьте срок, когда он станет известен. Пока этап «без срока».',
      );
    case 'nobodyReports':
      return says(
        'тип, который есть у организаций',
        'Таких организаций нет, и на этот этап никто не отчитывается. Проверьте типы на вкладке «Организации».',
      );
    case 'districtsAlike':
      return says(
        `одно название района: ${problem.other}`,
        `Район уже записан как «${problem.other}». Запишите так же, буква в букву и без лишних пробелов; пока считаем их одним районом.`,
      );
    case 'formerDistricts':
      return says(
        'район, «по» и дата; несколько через «;»',
        'Запишите так: «Ленинский по 31.08.2021; Кировский по 04.09.2022». Пока это не исправлено, все этапы считаются в нынешнем районе.',
      );
    case 'organisationTwice':
      return says(
        'организация один раз',
        `Такая же организация есть в строке ${problem.row}. Если это она, удалите одну строку; если другая, уточните краткое название.`,
      );
    case 'missingTab':
      return says('вкладка на месте', 'Вкладки нет. Она будет создана при следующей настройке.');
    case 'tabRestored':
      return says(
        'вкладка на месте',
        `Вкладка была удалена, ${formatRu(problem.on)} создана заново пустой. Прежние данные есть в «Истории версий».`,
      );
    case 'columnRestored':
      return says(
        'столбец на месте',
        `Столбец был удалён, ${formatRu(problem.on)} вставлен заново пустым. Прежние данные есть в «Истории версий».`,
      );
    case 'columnTwice':
      return says(
        'один столбец с таким заголовком',
        'Столбцов с этим заголовком несколько, читается первый. Переименуйте или удалите лишний.',
      );
    case 'headerTaken':
      return says('свой заголовок', 'Столбец с таким заголовком уже есть: назовите новый иначе.');
    case 'mergedCells':
      return says(
        'ячейки не объединены',
        `Ячейки ${problem.range} объединены: отмените объединение (Формат → Объединение ячеек).`,
      );
    case 'wrongLocale':
      return says(
        'региональные настройки: Россия',
        `В настройках таблицы указан регион ${problem.locale}: даты вида 03.04 могут читаться неверно. Исправьте: Файл → Настройки.`,
      );
    case 'wrongTimeZone':
      return says(
        `часовой пояс ${problem.expected}`,
        `В таблице указан часовой пояс ${problem.zone}: «сегодня» может отличаться на день. Исправьте: Файл → Настройки.`,
      );
    case 'settingInvalid':
      return says(
        'понятное значение',
        problem.used === '—'
          ? 'Это значение непонятно и не учитывается.'
          : `Это значение не подошло, взято обычное: ${problem.used}.`,
      );
    case 'columnTypeUnknown':
      return says('тип из списка', 'Выберите тип из списка.');
    case 'andMore': {
      const { expected, repair } = describeIssue(problem.of);
      return says(expected, `И ещё ${counted(problem.count, NOUNS.row)} с тем же. ${repair}`);
    }
  }
}

function movedText(holds: number | null, ownIn: number | null): string {
  if (holds === null) return `Данные этой строки оказались в строке ${ownIn}.`;
  const own =
    ownIn === null
      ? ', её собственных данных в таблице нет: если они были, они есть в «Истории версий»'
      : `, а данные этой строки — в строке ${ownIn}`;
  return `Здесь стоят данные строки ${holds}${own}.`;
}
