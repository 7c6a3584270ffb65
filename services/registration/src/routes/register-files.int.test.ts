import type { PopulationRegister } from '@da06/events';
import { readWorkbook, workbookType, writeTexts, type TextRow } from '@da06/workbook';
import { describe, expect, it } from 'vitest';
import { resultHeaders } from '../portal-sheet/template.ts';
import { itemsDigest } from '../receipts/items-digest.ts';
import { recordColumns } from '../take-in/register/columns.ts';
import { cellsOfRecord, csvOf } from '../take-in/register/mutate-records.ts';
import { sampleResident, sampleWorker } from '../take-in/register/samples.ts';
import { adminKey, startRegistration, type Started } from '../testing/started.ts';

type Texts = ReadonlyMap<number, (string | undefined)[]>;

const fileOf = async ({ registration }: Started, method: string, path: string, body?: string | Uint8Array, type = ''): Promise<{ status: number; headers: Headers; bytes: Uint8Array; texts: Texts }> => {
  const headers = { authorization: `Bearer ${adminKey}`, accept: workbookType, ...(type !== '' && { 'content-type': type }) };
  const response = await registration.fetch(new Request(`http://localhost${path}`, { method, headers, ...(body !== undefined && { body: body as string }) }));
  const bytes = new Uint8Array(await response.arrayBuffer());
  const read = await readWorkbook(bytes, { name: '', isWanted: () => true, headRows: 20, mostRows: 1000 });
  return { status: response.status, headers: response.headers, bytes, texts: new Map(read?.sheet.rows.map(({ number, cells }) => [number, cells.map((cell) => (typeof cell === 'string' ? cell : undefined))])) };
};

const workbookOf = async (rows: readonly TextRow[]): Promise<Uint8Array> => new Uint8Array(await new Response(writeTexts('Trang 1', rows)).arrayBuffer());
const samples: Readonly<Record<PopulationRegister, (number: number) => Record<string, unknown>>> = { residents: sampleResident, workers: sampleWorker };
const placeOf = (register: PopulationRegister, column: string): number => recordColumns(register).findIndex((known) => known.column === column);

describe.each(['residents', 'workers'] as const)('the sheet of %s', (register) => {
  const record = (number: number, edits: Readonly<Record<string, string>> = {}): TextRow => cellsOfRecord(register, samples[register](number)).map((text, place) => edits[recordColumns(register)[place]?.column ?? ''] ?? text);

  it('is given empty, filled in it is taken, and it comes back with what became of each record, ready to be mended', async () => {
    const started = await startRegistration();
    const empty = await fileOf(started, 'GET', `/v1/${register}/template.xlsx`);
    expect([empty.status, empty.headers.get('content-type'), [...empty.texts.keys()]]).toEqual([200, workbookType, [1, 2]]);
    const head = [1, 2].map((row) => empty.texts.get(row) ?? []);
    expect(head[1]?.[0]).toBe('ref');
    const body = await workbookOf([...head, record(1), [], record(2, { sex: 'ai' }), record(3)]);
    const { status, headers, texts } = await fileOf(started, 'POST', `/v1/${register}`, body, workbookType);
    const results = recordColumns(register).length;
    expect([status, headers.get('da06-receipt')?.split('.')]).toEqual([207, [expect.any(String), expect.any(String), expect.any(String)]]);
    expect(texts.get(1)?.slice(results)).toEqual([...resultHeaders]);
    expect([3, 5, 6].map((row) => [texts.get(row)?.[0], texts.get(row)?.[results]])).toEqual([1, 2, 3].map((number) => [samples[register](number)['ref'], number === 2 ? 'BỊ TỪ CHỐI' : 'đã nhận']));
    expect(texts.get(5)?.[results + 2]).toMatch(/^Giới tính: /);
    expect(texts.get(3)?.[results + 1]).toMatch(register === 'residents' ? /^DC/ : /^LD/);

    const rows = [...texts].map(([, cells]) => cells);
    const mended = rows.map((cells) => cells.map((text, place) => (text === 'ai' && place === placeOf(register, 'sex') ? 'F' : text)));
    const again = await started.call('POST', `/v1/${register}`, await workbookOf(mended), { headers: { 'content-type': workbookType } });
    expect([again.status, again.body['accepted'], again.body['duplicate'], again.body.items.flatMap(({ faults }) => faults)]).toEqual([200, 3, 2, []]);
  });

  it('names the cell of each fault, and under a head of one row keeps each record in its row', async () => {
    const started = await startRegistration();
    const labels = recordColumns(register).map(({ label }) => label);
    const body = await workbookOf([labels, record(1, { sex: 'ai' }), record(2)]);
    const { body: answer } = await started.call('POST', `/v1/${register}?validate=only`, body, { headers: { 'content-type': workbookType } });
    expect(answer.items.map(({ at, status, eventId }) => [at, status, eventId])).toEqual([[{ row: 2, column: placeOf(register, 'sex') + 1 }, 'rejected', null], [{ row: 3, column: 1 }, 'accepted', null]]);
    expect(answer['receipt']).toBeNull();
    const { texts } = await fileOf(started, 'POST', `/v1/${register}?validate=only`, body, workbookType);
    expect([texts.get(3)?.[0], texts.get(4)?.[0]]).toEqual([samples[register](1)['ref'], samples[register](2)['ref']]);
    expect(await started.events()).toEqual([]);
  });

  it('says the same as CSV, which comes back as a table under its own names', async () => {
    const started = await startRegistration();
    const csv = csvOf(register, [samples[register](1), { ...samples[register](2), on: '2026-13-01' }]);
    const { status, texts } = await fileOf(started, 'POST', `/v1/${register}`, csv, 'text/csv');
    const results = recordColumns(register).length;
    expect([status, texts.get(1)?.slice(0, 2), texts.get(3)?.[results], texts.get(3)?.[results + 2]]).toEqual([207, ['ref', 'revision'], 'BỊ TỪ CHỐI', expect.stringMatching(/^on: /) as string]);
    const ndjson = await started.call('POST', `/v1/${register}`, `${JSON.stringify(samples[register](1))}\n{"ref"`, { headers: { 'content-type': 'application/x-ndjson' } });
    expect([ndjson.body.items.map(({ status: told, at }) => [told, at])]).toEqual([[['duplicate', { line: 1 }], ['rejected', { line: 2 }]]]);
    const payload = JSON.parse(Buffer.from(String(ndjson.body['receipt']).split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
    expect(payload).toMatchObject({ facility: '', register, items: itemsDigest(ndjson.body.items as never) });
  });
});

describe('a body that a register does not take', () => {
  it('is a problem of its own kind', async () => {
    const { call } = await startRegistration();
    const of = async (body: string, type: string): Promise<string> => {
      const answer = await call('POST', '/v1/residents', body, { headers: { 'content-type': type } });
      return `${answer.status} ${String(answer.body['code'])}`;
    };
    expect(await of('<a/>', 'application/xml')).toBe('415 request.media-type');
    expect(await of('x', 'text/plain')).toBe('415 request.media-type');
    expect(await of('x', workbookType)).toBe('400 workbook.unreadable');
    expect(await of('a,b\n1,2\n', 'text/csv')).toBe('400 request.unreadable');
    expect(await of('[]', 'application/json')).toBe('422 batch.empty');
    expect(await of('{', 'application/json')).toBe('400 request.unreadable');
    expect((await call('PATCH', '/v1/residents/A-1', {})).headers.get('allow')).toBe('PUT, GET, HEAD');
  });
});
