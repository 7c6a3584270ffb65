import { readWorkbook, workbookType } from '@da06/workbook';
import { buildWorkbook, failed, type SheetSpec } from '@da06/workbook/samples';
import { describe, expect, it } from 'vitest';
import { readPortalSheet } from '../portal-sheet/read-sheet.ts';
import { cellsOf, head, headerCells, sheetGuest } from '../portal-sheet/sheet-samples.ts';
import { resultHeaders, sheetColumns, sheetName } from '../portal-sheet/template.ts';
import { writeSheet, type SheetRow } from '../portal-sheet/write-sheet.ts';
import { itemsDigest } from '../receipts/items-digest.ts';
import { sampleQr, sampleXmlGuest } from '../take-in/samples.ts';
import { startRegistration, type Answer, type Started } from '../testing/started.ts';
import { hotel } from '../testing/stays.ts';

const stays = '/v1/facilities/ks-thu-01/stays';
const withHotel = async (): Promise<Started> => {
  const started = await startRegistration();
  await started.call('POST', '/v1/facilities', hotel);
  return started;
};
const send = (started: Started, type: string, body: string | Uint8Array, query = ''): Promise<Answer> => started.call('POST', `${stays}${query}`, body, { headers: { 'content-type': type } });
const sendForFile = async (started: Started, type: string, body: string | Uint8Array, query = ''): Promise<{ status: number; headers: Headers; bytes: Uint8Array }> => {
  const headers = { authorization: 'Bearer da06_test-administrator', 'content-type': type, accept: workbookType };
  const response = await started.registration.fetch(new Request(`http://localhost${stays}${query}`, { method: 'POST', headers, body: body as string }));
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
};

/** Texts of a workbook's only sheet, by row number. */
const textsOf = async (bytes: Uint8Array): Promise<Map<number, (string | undefined)[]>> => {
  const read = await readWorkbook(bytes, { name: '', isWanted: () => true, headRows: 20, mostRows: 1000 });
  return new Map(read?.sheet.rows.map(({ number, cells }) => [number, cells.map((cell) => (typeof cell === 'string' ? cell : undefined))]));
};

const workbook = (rows: SheetSpec['rows']): Uint8Array => buildWorkbook({ sheets: [{ name: sheetName, rows: { ...head, ...rows } }] });
const payloadOf = (receipt: unknown): { items: string; counts: unknown } => JSON.parse(Buffer.from(String(receipt).split('.')[1] ?? '', 'base64url').toString()) as never;

describe('a workbook', () => {
  const guests = workbook({ 5: cellsOf(sheetGuest(1)), 6: cellsOf(sheetGuest(2, { sex: 'Q' })), 7: cellsOf(sheetGuest(3, { documentNumber: failed('#REF!') })) });

  it('is answered with the counts, the cell of each fault and a receipt; sent again it is a duplicate', async () => {
    const started = await withHotel();
    const { status, body } = await send(started, workbookType, guests);
    expect([status, body['received'], body['accepted'], body['rejected']]).toEqual([207, 3, 1, 2]);
    expect(body.items.map(({ at }) => at)).toEqual([{ row: 5, column: 1 }, { row: 6, column: 4 }, { row: 7, column: 8 }]);
    expect((body.items[1]?.['faults'] as { code: string; pointer: string; at: unknown }[]).find(({ code }) => code === 'sex.unknown')).toMatchObject({ pointer: '/guest/sex', at: { row: 6, column: 4 } });
    expect(payloadOf(body['receipt']).items).toBe(itemsDigest(body.items as never));
    const again = await send(started, workbookType, guests);
    expect([again.body['duplicate'], again.body.items[0]?.['eventId']]).toEqual([1, body.items[0]?.['eventId']]);
    expect(await started.events('vn.da06.stay.checked-in.v1')).toHaveLength(1);
    expect((await started.events('vn.da06.stay.checked-in.v1'))[0]?.data).toMatchObject({ shape: 'xlsx' });
  });

  it('is given back marked, row by row; mended and sent again it is taken', async () => {
    const started = await withHotel();
    const { status, headers, bytes } = await sendForFile(started, workbookType, guests);
    expect([status, headers.get('content-type')]).toEqual([207, workbookType]);
    expect(payloadOf(headers.get('da06-receipt')).counts).toMatchObject({ received: 3, rejected: 2 });
    const texts = await textsOf(bytes);
    expect(texts.get(3)?.slice(19)).toEqual([...resultHeaders]);
    expect(texts.get(4)?.[0]).toBe('[EXAMPLE]');
    expect(texts.get(5)?.slice(0, 4)).toEqual(['1', 'Trần Thị Mẫu', '15/05/1990', 'F - Nữ']);
    expect(texts.get(5)?.[19]).toBe('đã nhận');
    expect(texts.get(5)?.[20]).toMatch(/^LT/);
    expect(texts.get(6)?.[19]).toBe('BỊ TỪ CHỐI');
    expect(texts.get(6)?.[21]).toMatch(/^GIỚI TÍNH: Giới tính phải là .*\nNGÀY ĐẾN: /);
    expect(texts.get(7)?.[21]).toMatch(/^SỐ GIẤY TỜ: /);

    const rows = [5, 6, 7].map((row): SheetRow => (texts.get(row) ?? []).slice(0, 19).map((text, column) => (row === 6 && column === 3 ? 'F' : row === 7 && column === 7 ? '070190555123' : text)));
    const mended = await new Response(writeSheet({ rows, results: rows.map(() => ['BỊ TỪ CHỐI', '', 'x'] as const) })).arrayBuffer();
    const again = await send(started, workbookType, new Uint8Array(mended));
    expect([again.status, again.body['accepted'], again.body['duplicate']]).toEqual([200, 3, 1]);
    expect((again.body.items.flatMap(({ faults }) => faults) as { code: string }[]).map(({ code }) => code)).not.toContain('field.unknown');
  });

  it('gives a guest of row 2 back below the others, and a formula as a text', async () => {
    const started = await withHotel();
    const rows = { 1: headerCells, 2: cellsOf(sheetGuest(1)), 5: cellsOf(sheetGuest(2, { note: '=1+1', address: '@x' })), 9: cellsOf(sheetGuest(3)) };
    const { bytes } = await sendForFile(started, workbookType, buildWorkbook({ sheets: [{ name: sheetName, rows }] }), '?validate=only');
    const texts = await textsOf(bytes);
    expect([...texts.keys()]).toEqual([1, 2, 3, 4, 5, 9, 10]);
    expect([texts.get(5)?.[18], texts.get(5)?.[12], texts.get(10)?.[19]]).toEqual(['=1+1', '@x', 'BỊ TỪ CHỐI']);
    expect(await started.events('vn.da06.stay.checked-in.v1')).toEqual([]);
  });

  it('that is none, or too much, is a problem of its own', async () => {
    const started = await withHotel();
    const of = async (body: Uint8Array | string): Promise<string> => {
      const answer = await send(started, workbookType, body);
      return `${answer.status} ${String(answer.body['code'])}`;
    };
    expect(await of(buildWorkbook({ sheets: [{ name: 'x', rows: {} }] }))).toBe('400 workbook.header-missing');
    expect(await of(workbook({}))).toBe('422 batch.empty');
    expect(await of(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('400 workbook.old-format');
    expect(await of(buildWorkbook({ sheets: [{ name: 'x', rows: {} }], parts: { 'xl/worksheets/sheet1.xml': Buffer.alloc(16 * 2 ** 20, 0x20) } }))).toBe('413 workbook.too-large');
    expect(await of(buildWorkbook({ sheets: [{ name: 'x', rows: {} }], parts: { 'xl/styles.xml': '<!DOCTYPE x><styleSheet/>' } }))).toBe('400 xml.doctype-refused');
  });
});

describe('other files', () => {
  const xml = (...guests: Record<string, string>[]): string => `<KHAI_BAO_TAM_TRU>${guests.map((guest) => `<THONG_TIN_KHACH>${Object.entries(guest).map(([name, text]) => `<${name}>${text}</${name}>`).join('')}</THONG_TIN_KHACH>`).join('\n')}</KHAI_BAO_TAM_TRU>`;

  it('in XML are taken, and given back under their own names', async () => {
    const started = await withHotel();
    const body = xml(sampleXmlGuest(1), { ...sampleXmlGuest(2), gioi_tinh: 'Q' });
    const answer = await send(started, 'text/xml; charset=utf-8', body);
    expect([answer.status, answer.body.items.map(({ at, status }) => [at, status])]).toEqual([207, [[{ line: 1 }, 'accepted'], [{ line: 2 }, 'rejected']]]);
    expect(payloadOf(answer.body['receipt']).items).toBe(itemsDigest(answer.body.items as never));
    const texts = await textsOf((await sendForFile(started, 'application/xml', body)).bytes);
    expect(texts.get(1)?.slice(0, 2)).toEqual(['so_thu_tu', 'ho_ten']);
    expect([texts.get(2)?.[12], texts.get(3)?.[12], texts.get(3)?.[14]]).toEqual(['trùng, đã có', 'BỊ TỪ CHỐI', expect.stringMatching(/^gioi_tinh: /) as string]);
  });

  it('in XML whose guest repeats a field thousands of times are refused in words, also as a file', async () => {
    const started = await withHotel();
    const names = Array.from({ length: 8_000 }, (_, n) => `<ho_ten>M${n % 2}</ho_ten>`).join('');
    const body = xml(sampleXmlGuest(1)).replace('</THONG_TIN_KHACH>', `${names}</THONG_TIN_KHACH>`);
    const answer = await send(started, 'application/xml', body);
    expect([answer.status, answer.body.items[0]?.['status']]).toEqual([422, 'rejected']);
    expect((await sendForFile(started, 'application/xml', body)).status).toBe(422);
  });

  it('of QR texts take what the address says of all, and miss what it does not', async () => {
    const started = await withHotel();
    const query = '?arrival=2026-11-20T14:00:00&expectedDeparture=2026-11-22&room=101&reason=tourism';
    const body = `${sampleQr(1)}\r\n${sampleQr(2)}\t205\r\n`;
    const answer = await send(started, 'text/plain', body, query);
    expect([answer.status, answer.body['accepted'], (await started.events('vn.da06.person.linked.v1')).length]).toEqual([200, 2, 2]);
    const lacking = await send(started, 'text/plain', body);
    expect([lacking.status, (lacking.body.items[0]?.['faults'] as { code: string; pointer: string }[]).map(({ code, pointer }) => `${code} ${pointer}`)]).toEqual([422, ['field.required /arrival', 'field.required /reason', 'room.required /room']]);
    expect((await send(started, 'text/plain', body, `${query}&room=2`)).body['code']).toBe('request.invalid');
    const texts = await textsOf((await sendForFile(started, 'text/plain', body, query)).bytes);
    expect([texts.get(1)?.slice(0, 2), texts.get(3)?.slice(1, 3)]).toEqual([['qr', 'room'], ['205', 'trùng, đã có']]);
  });

  it('in CSV are given back on request, and answered as JSON otherwise', async () => {
    const started = await withHotel();
    const body = 'ref,full_name,birth_date,sex,nationality,document_kind,document_number,arrival,room,reason\nA-1,Lê Ví Dụ,1979,Q,VNM,cccd,070079000222,2026-11-20 14:00,104,business\n';
    const { status, bytes } = await sendForFile(started, 'text/csv', body);
    const texts = await textsOf(bytes);
    expect([status, texts.get(1)?.slice(0, 2), texts.get(2)?.[10], texts.get(2)?.[12]]).toEqual([422, ['ref', 'full_name'], 'BỊ TỪ CHỐI', expect.stringMatching(/^sex: /) as string]);
    const json = await started.call('POST', stays, body, { headers: { 'content-type': 'text/csv', accept: `${workbookType};q=0.4, application/json` } });
    expect(json.body['rejected']).toBe(1);
  });
});

describe('a sheet that was written', () => {
  it('is read again under the template’s columns', async () => {
    const row = sheetColumns.map(({ field }) => String(sheetGuest(1)[field ?? 'stt'] ?? ''));
    const { items } = await readPortalSheet(new Uint8Array(await new Response(writeSheet({ rows: [row] })).arrayBuffer()));
    expect([...items].map((item) => 'value' in item && item.value)).toMatchObject([{ guest: { fullName: 'Trần Thị Mẫu' }, room: '101' }]);
  });
});
