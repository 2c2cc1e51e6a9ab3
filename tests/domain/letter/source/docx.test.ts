import { describe, expect, test } from '@jest/globals';
import { readBlocks } from '../../../../src/domain/letter';
import { readDocumentXml } from '../../../../src/domain/letter/source/docx';

const p = (text: string, properties = ''): string =>
  `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const tc = (inner: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';

describe('a Word document’s XML', () => {
  test('paragraphs, split runs, tabs, line breaks and entities become text', () => {
    const xml = `<w:document><w:body><w:p><w:r><w:t>до 05.</w:t></w:r><w:r><w:t>10.2020 </w:t><w:tab/><w:t>&lt;&#1090;&#x435;&amp;&gt;</w:t><w:br/><w:t>далее</w:t></w:r></w:p>${p('второй')}</w:body></w:document>`;
    expect(readDocumentXml(xml)).toEqual([{ kind: 'text', text: 'до 05.10.2020 \t<те&>\nдалее\nвторой' }]);
  });

  test('what was struck out by tracked changes is not read', () => {
    const xml = `<w:p><w:del><w:r><w:delText>до 01.01.2020</w:delText><w:t>до 01.01.2020</w:t></w:r></w:del><w:ins><w:r><w:t>до 05.10.2020</w:t></w:r></w:ins></w:p>`;
    expect(readDocumentXml(xml)).toEqual([{ kind: 'text', text: 'до 05.10.2020' }]);
  });

  test('tables keep their cells, cells merged downwards and across', () => {
    const xml = `<w:tbl>${tr(tc(p('Мероприятие')), tc(p('Срок')), tc(p('Кто')))}${tr(tc(p('Раздел I'), '<w:gridSpan w:val="3"/>'))}${tr(tc(p('Обучение') + p('наставников')), tc(p('до 05.10.2020'), '<w:vMerge w:val="restart"/>'), tc(p('УО')))}${tr(tc(p('Пары')), tc(p(''), '<w:vMerge/>'), tc(p('ОО')))}</w:tbl>`;
    expect(readDocumentXml(xml)).toEqual([
      {
        kind: 'table',
        rows: [
          ['Мероприятие', 'Срок', 'Кто'],
          ['Раздел I', '', ''],
          ['Обучение\nнаставников', 'до 05.10.2020', 'УО'],
          ['Пары', 'до 05.10.2020', 'ОО'],
        ],
      },
    ]);
    const letter = readBlocks(readDocumentXml(xml));
    expect(letter.stages.map(({ title, section, deadline }) => [title, section, deadline.end])).toEqual([
      ['Обучение наставников', 'Раздел I', '2020-10-05'],
      ['Пары', 'Раздел I', '2020-10-05'],
    ]);
  });

  test('items of Word’s own lists are tasks although their marks are not in the text', () => {
    const xml = `${p('Руководителям школ необходимо:')}${p('назначить кураторов до 05.10.2020;', listed)}${p('сформировать базы до 30.10.2020.', listed)}`;
    expect(
      readBlocks(readDocumentXml(xml)).stages.map(({ title, deadline }) => [title, deadline.end]),
    ).toEqual([
      ['Назначить кураторов', '2020-10-05'],
      ['Сформировать базы', '2020-10-30'],
    ]);
  });

  test.each([
    '',
    'не XML',
    '<w:tbl><w:tr>',
    '</w:tc></w:tbl></w:p>',
    '<w:tbl><w:tc><w:tbl>',
    '<'.repeat(10_000),
    '&#x110000;<w:t>&#x110000;',
  ])('broken XML %j ends where it breaks', (xml) => {
    expect(Array.isArray(readDocumentXml(xml))).toBe(true);
    expect(() => readBlocks(readDocumentXml(xml))).not.toThrow();
  });
});
