import { expect, test } from '@jest/globals';
import { sentencesOf } from '../../../../src/domain/letter/text/sentences';
import { tokenise } from '../../../../src/domain/letter/text/tokens';

test.each<readonly [string, number]>([
  ['Провести до 05.10.2020 г. Отчёт направить до 10.10.2020.', 2],
  ['сентябрь 2020 г. – декабрь 2020 г.', 1],
  ['до 25.11. 2021 г. (включительно)', 1],
  ['г. Примерск и г. Тестовск. Срок указан.', 2],
  ['им. А. С. Пушкина, ул. Примерная, д. 1', 1],
  ['в соответствии с п. 5 ст. 18 Закона. Прошу ответить!', 2],
  ['Сдано. 15 школ ждут.', 2],
  ['по адресу: a.b@example.org. Спасибо', 2],
  ['в срок до 15.10.2020. по адресу', 1],
])('«%s»: %d sentence(s)', (text, count) => {
  expect(sentencesOf(tokenise(text))).toHaveLength(count);
});
