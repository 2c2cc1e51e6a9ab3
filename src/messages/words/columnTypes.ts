/** The words of each type of column: how «Столбцы» names it, what the sidebar says of it, what an issue says. */
import type { ColumnType } from '../../domain/schema/columnTypes';

export const COLUMN_TYPE_WORDS: Readonly<Record<ColumnType, string>> = {
  text: 'текст',
  choice: 'выбор',
  choices: 'несколько из списка',
  date: 'дата',
  integer: 'целое число',
  number: 'число',
  share: 'доля, %',
  link: 'ссылка',
  email: 'адрес почты',
  emails: 'адреса почты',
  yesNo: 'да/нет',
  code: 'код',
  organisation: 'организация',
  stage: 'этап',
};

/** What may be written in such a cell. A type with values to choose from ends with a colon: they follow. */
export const COLUMN_TYPE_HELP: Readonly<Record<ColumnType, string>> = {
  text: 'Любой текст без имён, телефонов и других личных данных.',
  choice: 'Одно из списка:',
  choices: 'Одно или несколько из списка, через запятую:',
  date: 'Дата: 05.10.2020 или 5 октября 2020. Год обязателен.',
  integer: 'Целое число цифрами.',
  number: 'Число цифрами.',
  share: 'Число от 0 до 100 (проценты).',
  link: 'Ссылка целиком, начиная с https://',
  email: 'Адрес почты вида name@school.ru.',
  emails: 'Адреса почты через запятую.',
  yesNo: 'Да или нет.',
  code: 'Короткий код без пробелов.',
  organisation: 'Название организации, как на вкладке «Организации».',
  stage: 'Этап, как на вкладке «Этапы».',
};

const EMAIL = [
  'адрес вида name@school.ru',
  'Проверьте адрес: одна «@», без пробелов, без русских букв среди латинских; несколько адресов через запятую.',
] as const;

const FROM_LIST = ['значение из списка', 'Выберите значение из списка.'] as const;

/** What is expected in such a cell, and what is to be done about one that holds anything else. */
export const NOT_OF_TYPE_WORDS: Readonly<Record<ColumnType, readonly [expected: string, repair: string]>> = {
  text: ['текст', 'Запишите текст.'],
  choice: FROM_LIST,
  choices: [
    'одно или несколько из допустимых значений',
    'Запишите одно или несколько из допустимых значений через запятую.',
  ],
  date: ['дата вида 05.10.2020', 'Запишите день цифрами: 05.10.2020, обязательно с годом.'],
  integer: ['целое число', 'Запишите целое число цифрами, без слов и единиц.'],
  number: ['число', 'Запишите только цифры, без слов и единиц.'],
  share: ['число от 0 до 100', 'Запишите долю в процентах числом от 0 до 100.'],
  link: ['ссылка вида https://…', 'Скопируйте адрес страницы целиком, начиная с https://'],
  email: EMAIL,
  emails: EMAIL,
  yesNo: ['да или нет', 'Выберите «да» или «нет».'],
  code: ['код без пробелов', 'Запишите короткий код без пробелов.'],
  organisation: [
    'организация из вкладки «Организации»',
    'Выберите название из списка, как оно записано на вкладке «Организации».',
  ],
  stage: ['этап из вкладки «Этапы»', 'Запишите этап так, как он записан на вкладке «Этапы».'],
};
