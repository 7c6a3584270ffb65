import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGolden, type Golden } from '../fixtures/golden.fixture.ts';

const west = 'W25357@2025';

describe('compliance with stay notices, counted by hand', () => {
  let log: Golden;
  const shown = (id: number, chosen?: Parameters<Golden['panel']>[3]) => log.panel(id, '2026-11-17', '2026-11-19', chosen);
  beforeAll(async () => {
    log = await startGolden('tuan-thu-luu-tru');
    // The boarding house was never heard of, and has no key.
    await log.houses({ id: 'h1', kind: 'hotel', unit: west }, ...[['r1', 'rental-house'], ['c1', 'clinic'], ['s1', 'boarding-house']].map(([id = '', kind = '']) => ({ id, kind, unit: west, tourism: false })), { id: 'x1', kind: 'coach', unit: west, tourism: false });
    await log.stays(
      // Due at 23:00: told within half an hour, at half past eleven at night, and twelve hours after arrival; the tenant is told to sleep at the hotel as well.
      { facility: 'h1', ref: 'in-time', arrived: '2026-11-18 14:00', departed: '2026-11-19 09:00', told: '2026-11-18 14:30', captured: 'qr', person: 'twice' },
      { facility: 'h1', ref: 'late', arrived: '2026-11-18 14:00', departed: '2026-11-19 09:00', told: '2026-11-18 23:30', captured: 'mrz', nationality: 'VNM' },
      { facility: 'r1', ref: 'tenant', kind: 'rental-house', tourism: false, arrived: '2026-11-18 08:00', departed: '2026-11-19 09:00', told: '2026-11-18 20:00', person: 'twice' },
    );
    await log.tell(
      log.at('2026-11-18 15:00', (build) => build.feedBatchReceived({ facility: 'h1', received: 10, accepted: 9, rejected: 1, late: 0, duplicate: 0, codes: { 'document.check-digit': 2, 'field.required': 1 } })),
      log.at('2026-11-19 08:00', (build) => build.facilityDayReported({ facility: 'c1', day: '2026-11-19' })),
      log.at('2026-11-19 16:00', (build) => build.inspectionRecorded({ facility: 'h1', ref: 'k1', on: '2026-11-19', unreported: 2 })),
      log.at('2026-11-19 17:00', (build) => build.coachTripReported({ facility: 'x1', ref: 't1', departsAt: log.iso('2026-11-19 20:00'), passengers: 31 })),
      log.at('2026-11-20 09:00', (build) => build.keyRevoked({ id: 'none' })),
    );
  });
  afterAll(() => log.stop());

  it('shows four facilities, three of them with an account and reporting, one silent, one day without guests, nobody of 30 days', async () => {
    expect(await Promise.all([11, 12, 13, 14, 15, 16].map((id) => shown(id)))).toEqual([[[4]], [[0.75]], [[0.75]], [[1]], [[1]], [[0]]]);
    expect((await shown(18)).map((row) => [row[0], row[1], row[3]])).toEqual([['Khách sạn Thử (s1)', 'nhà trọ', 'chưa bao giờ']]);
  });
  it('shows two of three told in time, none excused, and how long it took', async () => {
    expect(await Promise.all([21, 22].map((id) => shown(id)))).toEqual([[[0.6667]], [[0]]]);
    // Days begin with the first on which anything happened: the 18th.
    expect(await shown(23)).toEqual([['2026-11-18 00:00:00', 2, 0, 1, 0], ['2026-11-19 00:00:00', 0, 0, 0, 0]]);
    // Half an hour, nine and a half, twelve: the median of three, and the highest.
    expect((await shown(24)).filter(([, median]) => median !== null)).toEqual([['2026-11-18 00:00:00', 34_200, 43_200]]);
    expect(await shown(25)).toEqual([['0–1', 0.3333, 0.3333], ['1–2', 0, 0.3333], ['2–4', 0, 0.3333], ['4–8', 0, 0.3333], ['8–12', 0.3333, 0.6667], ['12–24', 0.3333, 1], ['24–48', 0, 1], ['48+', 0, 1]]);
  });
  it('shows two faults of documents in ten records, one QR code and one machine-readable zone of three, one person at two places', async () => {
    expect(await Promise.all([31, 32, 33, 34].map((id) => shown(id)))).toEqual([[[0.2]], [[0.3333]], [[0.3333]], [[1]]]);
  });
  it('shows what inspections found, and the coaches', async () => {
    expect(await shown(36)).toEqual([['Kiểm tra phát hiện', 1, 0, 0]]);
    expect((await shown(51)).filter(([, trips]) => trips !== 0)).toEqual([['2026-11-19 00:00:00', 1, 31]]);
  });
  it('shows units and kinds beside each other, and crossed', async () => {
    expect((await shown(41)).map((row) => row.slice(0, 6))).toEqual([[west, 4, 0.75, 0.75, 1, 3]]);
    expect((await shown(42)).map((row) => [row[0], row[1], row[5], row[6]])).toEqual([['khách sạn', 1, 2, 0.5], ['nhà cho thuê', 1, 1, 1], ['nhà trọ', 1, 0, null], ['cơ sở khám chữa bệnh', 1, 0, null]]);
    expect(await shown(21, { unit: { values: [west] }, kind: { values: ['hotel', 'clinic'] } })).toEqual([[0.5]]);
  });
});
