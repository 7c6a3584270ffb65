import { describe, expect, it } from 'vitest';
import { dataOf, identityOf, prepareIn, told } from '../take-in.fixture.ts';
import { recordColumns } from './columns.ts';
import { csvOf } from './mutate-records.ts';
import { edited } from './register.fixture.ts';
import { changes } from './resident-fields.ts';
import { residentContext, sampleChange, sampleResident, sampleWorker, workerContext } from './samples.ts';

describe('a table of records', () => {
  it('has a column of its own for every field, and a Vietnamese label for each', () => {
    for (const register of ['residents', 'workers'] as const) {
      const columns = recordColumns(register);
      expect(new Set(columns.map(({ column }) => column)).size).toBe(columns.length);
      expect(new Set(columns.map(({ label }) => label)).size).toBe(columns.length);
      for (const { column, label } of columns) expect([column, label]).toEqual([expect.stringMatching(/^[a-z]+(?:_[a-z]+)*$/), expect.stringMatching(/\p{L}/u)]);
    }
  });

  it.each([
    ['residents', residentContext, changes.map((change, number) => sampleChange(change, number + 1))],
    ['workers', workerContext, [sampleWorker(1), sampleWorker(2)]],
  ] as const)('of %s comes to what its records come to as JSON', async (register, context, records) => {
    const fromJson = await prepareIn(context, 'json', records);
    const fromCsv = await prepareIn(context, 'csv', csvOf(register, records));
    expect(fromCsv.shape).toBe('csv');
    expect(fromCsv.items.map((item) => [told(item), item.draft?.type, item.draft?.contentMac, item.at])).toEqual(fromJson.items.map((item, index) => [told(item), item.draft?.type, item.draft?.contentMac, { line: index + 2 }]));
    expect(fromCsv.items.map(identityOf)).toEqual(fromJson.items.map(identityOf));
  });

  it('may have few columns, in any order, with names in any case or in Vietnamese, and days as people write them', async () => {
    const csv = 'Họ và tên;MÃ BẢN GHI;change;on;Nguyên nhân;Ngày sinh;Giới tính;Quốc tịch;Loại giấy tờ;document_number;Unit;x\nThị Mẫu;CT-1;permanent;20/11/2026;arrival;15/05/1990;Nữ;VNM;CCCD;070190204729;25357;y';
    const [item] = (await prepareIn(residentContext, 'csv', csv)).items;
    expect(item && told(item)).toEqual(['field.unknown /x']);
    expect(item && dataOf(item)).toMatchObject({ on: '2026-11-20', sex: 'F', unit: 'W25357@2025', shape: 'csv' });
  });

  it('whose header is another register’s is refused by its missing fields', async () => {
    const [item] = (await prepareIn(workerContext, 'csv', csvOf('residents', [sampleResident()]))).items;
    expect(item && told(item)).toContain('field.required /status');
  });

  it('as lines of JSON is taken line by line', async () => {
    const lines = [JSON.stringify(sampleResident(1)), '{"ref":', JSON.stringify(edited(sampleResident(2), { on: '2027-01-01' }))].join('\n');
    const { items } = await prepareIn(residentContext, 'ndjson', lines);
    expect(items.map((item) => [item.at, told(item)])).toEqual([[{ line: 1 }, []], [{ line: 2 }, ['item.unreadable ']], [{ line: 3 }, ['record.on-in-future /on']]]);
  });
});
