import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { startRegistration, type Started } from '../testing/started.ts';
import { hotel, stayOf } from '../testing/stays.ts';

const stays = '/v1/facilities/ks-thu-01/stays';
const withHotel = async (): Promise<Started> => {
  const started = await startRegistration();
  await started.call('POST', '/v1/facilities', hotel);
  return started;
};
const ten = (): Record<string, unknown>[] => Array.from({ length: 10 }, (_, n) => stayOf(`B-${n}`, { room: String(100 + n) }));

describe('a batch', () => {
  it('with one bad guest in ten takes nine and names every fault of the one', async () => {
    const started = await withHotel();
    const batch = ten();
    batch[4] = stayOf('B-4', { reason: 'holiday' }, { sex: 'Q', document: { kind: 'cccd', number: '12' } });
    const { status, body } = await started.call('POST', stays, batch);
    expect([status, body['received'], body['accepted'], body['rejected']]).toEqual([207, 10, 9, 1]);
    const bad = body.items[4] as { status: string; faults: { pointer: string; code: string }[] };
    expect([bad.status, bad.faults.map(({ pointer, code }) => `${pointer} ${code}`).sort()]).toEqual(['rejected', ['/guest/document/number document.cccd-format', '/guest/sex sex.unknown', '/reason reason.unknown']]);
    expect(await started.events('vn.da06.stay.checked-in.v1')).toHaveLength(9);
    expect(await started.events('vn.da06.feed.batch-received.v1')).toMatchObject([{ data: { received: 10, accepted: 9, rejected: 1, single: false, codes: { 'sex.unknown': 1, 'reason.unknown': 1, 'document.cccd-format': 1 } } }]);
  });

  it('sent twice is duplicates with the same events and numbers', async () => {
    const started = await withHotel();
    const first = await started.call('POST', stays, ten());
    const again = await started.call('POST', stays, ten());
    expect([first.status, again.status, again.body['accepted'], again.body['duplicate']]).toEqual([200, 200, 10, 10]);
    const shown = (items: Record<string, unknown>[]): unknown[] => items.map(({ ref, eventId, registrationNumber, hash }) => [ref, eventId, registrationNumber, hash]);
    expect(shown(again.body.items)).toEqual(shown(first.body.items));
  });

  it('as NDJSON and CSV gives the same events as JSON', async () => {
    const started = await withHotel();
    const lines = `${ten().map((item) => JSON.stringify(item)).join('\r\n')}\r\n{"ref":"B-10","gu`;
    const cut = await started.call('POST', stays, lines, { headers: { 'content-type': 'application/x-ndjson' } });
    expect([cut.status, cut.body['accepted'], cut.body['rejected'], cut.body.items[10]]).toMatchObject([207, 10, 1, { at: { line: 11 }, faults: [{ code: 'item.unreadable' }] }]);
    const csv = 'ref,full_name,birth_date,sex,nationality,document_kind,document_number,arrival,room,reason,colour\nC-1,Lê Hoàng Ví Dụ,1979,M,VNM,cccd,070079000222,2026-11-20 15:30,104,business,red\n';
    const table = await started.call('POST', stays, csv, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
    expect([table.status, table.body['accepted']]).toEqual([200, 1]);
    expect(table.text).toContain('field.unknown');
  });

  it('that cannot be read as a whole is 400 and records nothing; an empty one is 422', async () => {
    const started = await withHotel();
    const before = (await started.events()).length;
    for (const body of ['[{"ref":"B-1"', '{"ref":"B-1"}', 'nonsense', Buffer.from([0x5b, 0xff, 0x5d])]) {
      const { status, body: problem } = await started.call('POST', stays, body);
      expect([status, problem['code']]).toEqual([400, 'request.unreadable']);
    }
    const empty = await started.call('POST', stays, []);
    expect([empty.status, empty.body['code']]).toEqual([422, 'batch.empty']);
    expect((await started.events()).length).toBe(before);
  });

  it('of which nothing is fit is 422 with its items', async () => {
    const started = await withHotel();
    const { status, body } = await started.call('POST', stays, [{}, 7, stayOf('B-1', {}, { sex: 'Q' })]);
    expect([status, body['received'], body['rejected'], body.items.length]).toEqual([422, 3, 3, 3]);
  });

  it('in gzip is taken, and broken or unknown encodings are refused', async () => {
    const started = await withHotel();
    const packed = new Uint8Array(gzipSync(JSON.stringify(ten())));
    expect((await started.call('POST', stays, packed, { headers: { 'content-encoding': 'gzip' } })).body['accepted']).toBe(10);
    expect((await started.call('POST', stays, packed.subarray(0, 100), { headers: { 'content-encoding': 'gzip' } })).body['code']).toBe('request.unreadable');
    expect((await started.call('POST', stays, packed, { headers: { 'content-encoding': 'br' } })).status).toBe(415);
  });
});

describe('limits', () => {
  it('refuse a body over 64 MiB, declared or not, packed or not', async () => {
    const started = await startRegistration({ limits: { bodyBytes: 200_000 } });
    await started.call('POST', '/v1/facilities', hotel);
    const large = `[${' '.repeat(300_000)}]`;
    expect((await started.call('POST', stays, large, { headers: { 'content-length': '300002' } })).body['code']).toBe('request.too-large');
    expect((await started.call('POST', stays, large)).status).toBe(413);
    expect((await started.call('POST', stays, new Uint8Array(gzipSync(large)), { headers: { 'content-encoding': 'gzip' } })).status).toBe(413);
  });

  it('refuse more than 50,000 records, and an item over 256 KiB', async () => {
    const started = await withHotel();
    const many = await started.call('POST', stays, `[${Array.from({ length: 50_001 }, () => '{}').join(',')}]`);
    expect([many.status, many.body['code']]).toEqual([413, 'batch.too-many-items']);
    const fat = await started.call('POST', stays, [stayOf('B-1'), stayOf('B-2', { note: 'x'.repeat(260 * 1024) })]);
    expect([fat.status, fat.text.includes('item.too-large')]).toEqual([fat.status === 413 ? 413 : 207, true]);
  });

  it('turn a key away that sends too fast, and say when to come again', async () => {
    const started = await startRegistration({ limits: { rateRequests: 3, rateSeconds: 60 } });
    for (let n = 0; n < 3; n += 1) expect((await started.call('GET', '/v1/facilities')).status).toBe(200);
    const limited = await started.call('GET', '/v1/facilities');
    expect([limited.status, limited.body['code'], Number(limited.headers.get('retry-after')) > 0]).toEqual([429, 'request.rate-limited', true]);
    expect((await started.call('GET', '/healthz', undefined, { key: null })).status).toBe(200);
  });
});
