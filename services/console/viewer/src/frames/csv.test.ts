import type { AnswerField } from '@da06/console/api';
import { MappingType, SpecialValueMatch } from '@grafana/grafana-foundation-sdk/dashboard';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf } from './csv.ts';
import { answerOf, framesIn, panelOf } from './test-frames.ts';

/** Records of a CSV file by RFC 4180, quotes taken away. */
const parsed = (csv: string): readonly (readonly string[])[] => {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain, end] of csv.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    record.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') {
      records.push(record);
      record = [];
    }
  }
  return records;
};

const csv = (fields: readonly AnswerField[], format: 0 | 1 = 1): string => csvOf(framesIn('vi', answerOf(fields, format), panelOf({})), 'vi');

test('the file says that it is UTF-8, parts columns by commas and ends each line with CRLF', () => {
  expect(csv([{ name: 'Đơn vị', type: 'string', values: ['Phường Bình Long'] }, { name: 'Số', type: 'number', values: [1.5] }])).toBe('\uFEFFĐơn vị,Số\r\nPhường Bình Long,1.5\r\n');
});

test('whatever texts and numbers a table holds, the file gives them back', () => {
  const cell = fc.record({ text: fc.string({ unit: 'binary' }), number: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)) });
  fc.assert(fc.property(fc.array(cell), fc.string({ minLength: 1 }), (rows, name) => {
    const records = parsed(csv([{ name: `c${name}`, type: 'string', values: rows.map(({ text }) => text) }, { name: 'n', type: 'number', values: rows.map(({ number }) => number) }]));
    expect(records.length).toBe(rows.length + 1);
    for (const [index, { text, number }] of rows.entries()) {
      const [gotText, gotNumber] = records[index + 1] ?? [];
      expect(gotText === text || gotText === `'${text}`).toBe(true);
      expect(gotNumber === '' ? null : Number(gotNumber)).toEqual(number === 0 ? 0 : number);
    }
  }));
});

describe('a spreadsheet runs nothing', () => {
  for (const text of ['=1+1', '+84', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
    test(`a text beginning like ${JSON.stringify(text)} is marked as text`, () => {
      expect(parsed(csv([{ name: 'x', type: 'string', values: [text] }]))[1]).toEqual([`'${text}`]);
    });
  }
  test('the name of a column is a text as well, a negative number is none', () => {
    expect(parsed(csv([{ name: '=x', type: 'number', values: [-1] }]))).toEqual([["'=x"], ['-1']]);
  });
});

test('series stand side by side over all their times, which are ISO in the time of Vietnam', () => {
  const day = Date.UTC(2026, 10, 25, 17);
  expect(parsed(csv([{ name: 'time', type: 'time', values: [day, day, day + 86_400_000] }, { name: 'Loại', type: 'string', values: ['Nam', 'Nữ', 'Nam'] }, { name: 'n', type: 'number', values: [1, 2, 3] }], 0)))
    .toEqual([['Thời gian', 'Nam', 'Nữ'], ['2026-11-26', '1', '2'], ['2026-11-27', '3', '']]);
});

test('what a mapping says stands in the file; figures that are left out are told from those that are missing', () => {
  const panel = panelOf({ mappings: [{ type: MappingType.SpecialValue, options: { match: SpecialValueMatch.NotANumber, result: { text: 'đã che' } } }], noValue: 'chưa có dữ liệu' });
  expect(parsed(csvOf(framesIn('vi', answerOf([{ name: 'x', type: 'number', values: ['nan', null] }, { name: 'y', type: 'boolean', values: [true, false] }]), panel), 'vi'))).toEqual([['x', 'y'], ['đã che', 'có'], ['', 'không']]);
});
