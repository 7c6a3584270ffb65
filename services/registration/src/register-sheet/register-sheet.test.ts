import { AppError } from '@da06/errors';
import { columnLetter } from '@da06/workbook';
import { buildWorkbook, number, styles, type SheetSpec } from '@da06/workbook/samples';
import { describe, expect, it } from 'vitest';
import { recordColumns } from '../take-in/register/columns.ts';
import { cellsOfRecord } from '../take-in/register/mutate-records.ts';
import { changes } from '../take-in/register/resident-fields.ts';
import { residentContext, sampleChange, sampleResident, sampleWorker, workerContext } from '../take-in/register/samples.ts';
import { identityOf, prepareIn, told } from '../take-in/take-in.fixture.ts';
import { templateRows } from './template.ts';

type Register = 'residents' | 'workers';
type Cells = SheetSpec['rows'][number];

const rowOf = (texts: readonly (string | undefined)[]): Cells => Object.fromEntries(texts.flatMap((text, index) => (text === undefined || text === '' ? [] : [[columnLetter(index + 1), text]])));
const file = (register: Register, rows: readonly Cells[], head: readonly Cells[] = templateRows(register).map(rowOf)): Uint8Array =>
  buildWorkbook({ sheets: [{ name: 'Trang 1', rows: Object.fromEntries([...head, ...rows].map((cells, index) => [index + 1, cells])) }] });
const letterOf = (register: Register, column: string): string => columnLetter(recordColumns(register).findIndex((known) => known.column === column) + 1);

describe('the sheet of a register', () => {
  it.each([
    ['residents', residentContext, changes.map((change, place) => sampleChange(change, place + 1))],
    ['workers', workerContext, [sampleWorker(1), sampleWorker(2)]],
  ] as const)('of %s, filled in, comes to what its records come to as JSON', async (register, context, records) => {
    const fromJson = await prepareIn(context, 'json', records);
    const fromSheet = await prepareIn(context, 'xlsx', file(register, records.map((record) => rowOf(cellsOfRecord(register, record)))));
    expect(fromSheet.shape).toBe('xlsx');
    expect(fromSheet.items.map((item) => [told(item), item.draft?.contentMac, item.at])).toEqual(fromJson.items.map((item, index) => [told(item), item.draft?.contentMac, { row: index + 3, column: 1 }]));
    expect(fromSheet.items.map(identityOf)).toEqual(fromJson.items.map(identityOf));
  });

  it('is known by the names of its columns or by their labels alone, wherever the header stands', async () => {
    const [labels = {}, names = {}] = templateRows('residents').map(rowOf);
    const record = rowOf(cellsOfRecord('residents', sampleResident()));
    for (const head of [[labels], [names], [{ A: 'DANH SÁCH DÂN CƯ' }, {}, labels]]) {
      const { items } = await prepareIn(residentContext, 'xlsx', file('residents', [record], head));
      expect(items.map(told)).toEqual([[]]);
    }
  });

  it('says in which column a field stands, and takes real dates', async () => {
    const record = { ...rowOf(cellsOfRecord('residents', sampleResident())), [letterOf('residents', 'on')]: number(46_346, styles.date), [letterOf('residents', 'sex')]: 'ai' };
    const { items, columns } = await prepareIn(residentContext, 'xlsx', file('residents', [record]));
    expect(items.map(told)).toEqual([['sex.unknown /person/sex']]);
    expect(columns?.['/person/sex']).toBe(recordColumns('residents').findIndex(({ column }) => column === 'sex') + 1);
  });

  it('says of an industry or occupation that is a number where a zero may be lost, and of no other', async () => {
    const toldOf = async (industry: number, occupation: number) => {
      const cells = rowOf(cellsOfRecord('workers', sampleWorker()));
      const record = { ...cells, [letterOf('workers', 'industry_code')]: number(industry), [letterOf('workers', 'occupation')]: number(occupation), [letterOf('workers', 'unit')]: number(25_357) };
      return (await prepareIn(workerContext, 'xlsx', file('workers', [record]))).items.map(told);
    };
    expect(await toldOf(1110, 310)).toEqual([['field.number-as-text /occupation', 'field.number-as-text /industry/code']]);
    expect(await toldOf(46_100, 83_220)).toEqual([[]]);
  });

  it('is refused whole without a header or without a record', async () => {
    const codeOf = async (bytes: Uint8Array) => prepareIn(residentContext, 'xlsx', bytes).then(() => '', (error: unknown) => (error instanceof AppError ? error.code : 'other'));
    expect(await codeOf(file('residents', [], [{ A: 'x' }]))).toBe('workbook.header-missing');
    expect(await codeOf(file('residents', []))).toBe('batch.empty');
  });
});
