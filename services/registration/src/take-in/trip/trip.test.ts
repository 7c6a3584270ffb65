import fc from 'fast-check';
import { coachTripReportedType, parseEvent } from '@da06/events';
import { describe, expect, it } from 'vitest';
import { dataOf, identityOf, prepareIn, told } from '../take-in.fixture.ts';
import type { PreparedItem } from '../types.ts';
import { sampleTrip, tripContext } from './samples.ts';

const tripOf = async (changes: Record<string, unknown> = {}): Promise<PreparedItem> => (await prepareIn(tripContext, 'json', [sampleTrip(changes)])).items[0] as PreparedItem;
const toldOf = async (changes: Record<string, unknown>): Promise<string[]> => told(await tripOf(changes));
const withoutSeal = (item: PreparedItem): unknown => ({ ...dataOf(item), sealed: undefined });

describe('a trip', () => {
  it('becomes an event that tells route, times and passengers, and of its plate a keyed hash', async () => {
    const item = await tripOf();
    expect(told(item)).toEqual([]);
    expect(item.draft).toMatchObject({ kind: 'check-in', type: coachTripReportedType, ref: 'CH-1', revision: 0, time: '2026-11-20T13:00:00.000Z' });
    const { plate, sealed, ...data } = dataOf(item);
    expect(data).toEqual({
      facility: 'xe-thu-01', shape: 'native', ref: 'CH-1', registrationNumber: expect.stringMatching(/^CX[0-9A-HJKMNP-TV-Z]{16}$/) as string, departsAt: '2026-11-20T13:00:00.000Z', arrivesAt: '2026-11-20T16:30:00.000Z',
      route: { from: 'Tân Khai', to: 'Bến xe Miền Đông' }, passengers: 32, cancelled: false, contentMac: item.draft?.contentMac,
    });
    expect(plate).toBe(sealed?.personKey);
    expect(identityOf(item)).toEqual({ plate: '93B-012.34' });
    expect(JSON.stringify(item.draft)).not.toMatch(/93B|01234|012\.34/);
  });

  it('has one hash of its plate however it is written, another for another', async () => {
    const keys = await Promise.all(['93B-012.34', '93b 01234', '93B01234', '93B-012.35'].map(async (plate) => dataOf(await tripOf({ plate }))['plate']));
    expect(new Set(keys.slice(0, 3)).size).toBe(1);
    expect(new Set(keys).size).toBe(2);
  });

  it.each<[Record<string, unknown>, string[]]>([
    [{ passengers: 0 }, []],
    [{ passengers: 100 }, []],
    [{ passengers: 101 }, ['trip.passengers-range /passengers']],
    [{ passengers: -1 }, ['trip.passengers-range /passengers']],
    [{ passengers: 1.5 }, ['trip.passengers-range /passengers']],
    [{ passengers: 'many' }, ['trip.passengers-range /passengers']],
    [{ passengers: null }, ['field.required /passengers']],
    [{ plate: undefined }, ['field.required /plate']],
    [{ plate: 'xe' }, ['plate.format /plate']],
    [{ plate: 'ABCD' }, ['plate.format /plate']],
    [{ plate: '50LD-012.34' }, []],
    [{ plate: '1234567890123' }, ['plate.format /plate']],
    [{ route: { from: 'Tân Khai' } }, ['field.required /route/to']],
    [{ route: 'Tân Khai' }, ['field.type /route', 'field.required /route/from', 'field.required /route/to']],
    [{ route: { from: 'a'.repeat(81), to: 'b' } }, ['field.too-long /route/from']],
    [{ route: { from: 'xe 93B 012.34', to: 'Quốc lộ 13, km 82' } }, ['trip.place-personal /route/from']],
    [{ route: { from: 'Tân Khai', to: 'gọi 0912 345 678' } }, ['trip.place-personal /route/to']],
    [{ departsAt: '2026-11-20' }, ['trip.time-missing /departsAt']],
    [{ departsAt: '2026-02-30' }, ['date.format /departsAt']],
    [{ departsAt: '1999-12-31T00:00:00Z', arrivesAt: null }, ['trip.departure-out-of-range /departsAt']],
    [{ departsAt: '2027-11-22T00:00:00+07:00', arrivesAt: null }, ['trip.departure-out-of-range /departsAt']],
    [{ arrivesAt: '2026-11-20T19:59:59+07:00' }, ['trip.arrival-before-departure /arrivesAt']],
    [{ arrivesAt: '2026-11-20T20:00:00+07:00' }, []],
    [{ arrivesAt: 'soon' }, ['date.format /arrivesAt']],
    [{ status: 'cancelled' }, []],
    [{ status: 'hủy' }, ['field.not-allowed-value /status']],
    [{ revision: -1 }, ['revision.format /revision']],
    [{ ref: '93B01234' }, ['ref.personal /ref']],
    [{ ref: 'CH-93B-012.34-1' }, ['ref.personal /ref']],
    [{ plate: '51B1234', ref: 'x51b-1234' }, ['ref.personal /ref']],
    [{ ref: 'a b' }, ['ref.format /ref']],
    [{ driver: 'Nguyễn Văn Mẫu' }, ['field.unknown /driver']],
  ])('is checked: %j', async (changes, expected) => {
    expect(await toldOf(changes)).toEqual(expected);
  });

  it('takes the reference of its address, and is refused where it names another', async () => {
    const one = async (value: Record<string, unknown>): Promise<PreparedItem> => (await prepareIn(tripContext, 'put', value, 'CH-9')).items[0] as PreparedItem;
    const { ref: _, ...unaddressed } = sampleTrip();
    expect(told(await one(unaddressed))).toEqual([]);
    expect((await one(unaddressed)).ref).toBe('CH-9');
    expect(told(await one(sampleTrip()))).toEqual(['ref.mismatch /ref']);
  });

  it('is the same from CSV, JSON and NDJSON', async () => {
    const csv = 'REF;Revision;from;to;departs_at;arrives_at;passengers;plate;status\nCH-1;0;Tân Khai;Bến xe Miền Đông;20/11/2026 20:00;2026-11-20T23:30:00+07:00;32;93B-012.34;Đã hủy\n';
    const cancelled = sampleTrip({ status: 'cancelled' });
    const items = await Promise.all([['csv', csv], ['json', [cancelled]], ['ndjson', `${JSON.stringify(cancelled)}\n`]].map(async ([format, content]) => (await prepareIn(tripContext, format as 'csv', content)).items[0] as PreparedItem));
    expect(items.map(told)).toEqual([[], [], []]);
    expect(items.map((item) => ({ ...(withoutSeal(item) as object), shape: '' }))).toEqual(items.map(() => ({ ...(withoutSeal(items[1] as PreparedItem) as object), shape: '' })));
    expect(dataOf(items[0] as PreparedItem)).toMatchObject({ shape: 'csv', cancelled: true });
  });

  it('is refused or makes an event that passes the door, whatever its fields hold', async () => {
    const junk = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom<unknown>('', null, 0, 45, '2026-11-20', '93B-012.34', '\ud800', 'a\u0000b', '💣', 'x'.repeat(90), '9999-99-99', { from: 'Lộc Ninh', to: 'Đồng Xoài' }, { from: 7 }));
    const key = fc.constantFrom('ref', 'revision', 'route', 'departsAt', 'arrivesAt', 'passengers', 'plate', 'status', 'other');
    let made = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(key, junk), { maxLength: 3 }), async (changes) => {
        const item = await tripOf(Object.fromEntries(changes));
        if (item.draft === undefined) {
          expect(item.faults.some(({ severity }) => severity === 'reject')).toBe(true);
          return;
        }
        made += 1;
        const event = {
          specversion: '1.0', id: '01a201a0-1e74-7759-8550-e072a77b9020', source: '/da06/registration', type: item.draft.type, subject: 'x', time: item.draft.time, datacontenttype: 'application/json', recordedtime: item.draft.time,
          sequence: '01a201a01e740020', actor: 'key:feed', data: { ...dataOf(item), revision: item.draft.revision ?? 0, faults: item.draft.storedFaults },
        };
        expect(parseEvent(Buffer.from(JSON.stringify(event)))).toMatchObject({ ok: true });
      }),
      { numRuns: 400, seed: 12 },
    );
    expect(made).toBeGreaterThan(50);
  });
});
