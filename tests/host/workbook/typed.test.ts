import { expect, test } from '@jest/globals';
import { displayText } from '../../../host/workbook/cells/numberFormat';
import { civilToSerial } from '../../../host/workbook/cells/serial';
import { parseTyped } from '../../../host/workbook/cells/typed';

const now = Date.UTC(2026, 10, 22);
const ru = (text: string) => parseTyped(text, { locale: 'ru_RU', timeZone: 'Asia/Yekaterinburg', now }).value;
const us = (text: string) => parseTyped(text, { locale: 'en_US', timeZone: 'America/New_York', now }).value;

test('dates follow the locale, ISO dates none', () => {
  expect(ru('05.10.2020')).toBe(civilToSerial(2020, 10, 5));
  expect(ru('03/01/2024')).toBe(civilToSerial(2024, 1, 3));
  expect(us('03/01/2024')).toBe(civilToSerial(2024, 3, 1));
  expect(us('05.10.2020')).toBe('05.10.2020');
  expect(us('2024-03-01')).toBe(civilToSerial(2024, 3, 1));
  expect(ru('2024-03-01')).toBe(civilToSerial(2024, 3, 1));
  expect(ru('5 октября 2020')).toBe(civilToSerial(2020, 10, 5));
  expect(ru('31.02.2024')).toBe('31.02.2024');
  expect(ru('05.10.20 12:30')).toBe(civilToSerial(2020, 10, 5) + 12.5 / 24);
});

test('numbers follow the locale', () => {
  expect(ru('1,5')).toBe(1.5);
  expect(us('1,234.5')).toBe(1234.5);
  expect(us('1,5')).toBe('1,5');
  expect(ru('1 234')).toBe(1234);
  expect(ru('12%')).toBe(0.12);
  expect(ru('007')).toBe(7);
  expect(ru('+79120000000')).toBe(79120000000);
});

test('text stays text', () => {
  for (const text of ['школа 5', "'=1", '1 корпус', '№ 5', '-', '+', '12-', '1.2.3.4']) {
    expect(ru(text)).toBe(text.replace(/^'/, ''));
  }
  expect(ru('ИСТИНА')).toBe(true);
  expect(us('ИСТИНА')).toBe('ИСТИНА');
  expect(ru('')).toBeNull();
});

test('values are shown in their format', () => {
  const day = civilToSerial(2020, 10, 5);
  expect(displayText(day, 'dd.MM.yyyy', 'ru_RU')).toBe('05.10.2020');
  expect(displayText(day + 0.5, 'd/m/yy hh:mm', 'ru_RU')).toBe('5/10/20 12:00');
  expect(displayText(1234.5, '#,##0.00', 'ru_RU')).toBe('1\u00a0234,50');
  expect(displayText(0.256, '0%', 'en_US')).toBe('26%');
  expect(displayText(1.5, 'General', 'ru_RU')).toBe('1,5');
  expect(displayText(7, '0" шт."', 'ru_RU')).toBe('7 шт.');
});
