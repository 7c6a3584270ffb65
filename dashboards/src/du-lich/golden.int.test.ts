import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGolden, type Golden } from '../fixtures/golden.fixture.ts';

const [west, east, north] = ['W25357@2025', 'W25351@2025', 'W25345@2025'];

describe('tourism, counted by hand', () => {
  let log: Golden;
  const shown = (id: number, chosen?: Parameters<Golden['panel']>[3]) => log.panel(id, '2026-11-17', '2026-11-19', chosen);
  beforeAll(async () => {
    log = await startGolden('du-lich');
    await log.houses(
      ...['h1', 'h2', 'h3'].map((id) => ({ id, kind: 'hotel', unit: west })), ...['m1', 'm2'].map((id) => ({ id, kind: 'motel', unit: east })), { id: 'g1', kind: 'guest-house', unit: north },
      { id: 't1', kind: 'boarding-house', unit: west, tourism: false },
    );
    await log.stays(
      // Before the days that are shown: one guest, one night.
      { facility: 'h1', ref: 'before', arrived: '2026-11-15 14:00', departed: '2026-11-16 11:00' },
      // The 17th: two nights at h1; half past eleven to half past twelve, of a Korean, is one night at h2.
      { facility: 'h1', ref: 'two-nights', arrived: '2026-11-17 20:00', departed: '2026-11-19 08:00' }, { facility: 'h2', ref: 'midnight', arrived: '2026-11-17 23:30', departed: '2026-11-18 00:30', nationality: 'KOR', province: '', reason: 'business' },
      // The 18th: a day guest at h3; one night at m1, told half an hour after the deadline.
      { facility: 'h3', ref: 'by-day', arrived: '2026-11-18 10:00', departed: '2026-11-18 12:00', province: '709', reason: 'visit' },
      { facility: 'm1', ref: 'late', kind: 'motel', arrived: '2026-11-18 14:00', departed: '2026-11-19 12:00', told: '2026-11-18 23:30' },
      // A tenant is no tourist.
      { facility: 't1', ref: 'tenant', kind: 'boarding-house', tourism: false, arrived: '2026-11-18 09:00', departed: '2026-11-19 09:00' },
    );
    await log.tell(log.at('2026-11-20 09:00', (build) => build.keyRevoked({ id: 'none' })));
  });
  afterAll(() => log.stop());

  it('shows four arrivals, four guest-nights of three who stayed overnight, one of four from abroad, one by day', async () => {
    expect(await Promise.all([11, 12, 13, 14, 15].map((id) => shown(id)))).toEqual([[[4]], [[4]], [[1.3333]], [[0.25]], [[1]]]);
  });
  it('shows rooms and beds in use against those of the houses that report', async () => {
    // Reporting in seven days: h1 and h2 on the 17th, and h3 and m1 from the 18th on: 2 + 4 + 4 houses of 10 rooms and 20 beds; four nights.
    expect(await Promise.all([16, 17].map((id) => shown(id)))).toEqual([[[4]], [[2]]]);
  });
  it('tells how complete the figures are: four of eighteen houses’ days with a word of the day', async () => {
    expect(await shown(2)).toEqual([[0.2222]]);
  });
  it('shows nobody of the last night, for all had left', async () => {
    expect(await shown(18)).toEqual([[0]]);
    expect(await log.panel(18, '2026-11-17', '2026-11-18')).toEqual([[2]]);
  });
  it('compares with the three days before, which had one guest', async () => {
    expect((await shown(19)).slice(0, 2).map((row) => row.slice(0, 4))).toEqual([['Lượt khách', 4, 1, 3], ['Lượt khách nghỉ đêm', 3, 1, 2]]);
  });
  it('leaves out units and kinds of one or two houses, and shows the others', async () => {
    expect((await shown(51)).map(([name, houses, arrivals]) => [name, houses, arrivals])).toEqual([[north, 1, null], [east, 2, null], [west, 3, 3]]);
    expect((await shown(32)).map(([kind, houses, arrivals]) => [kind, houses, arrivals])).toEqual([['khách sạn', 3, 3], ['nhà nghỉ', 2, null], ['nhà khách', 1, null]]);
    expect(await shown(11, { unit: { values: [west] } })).toEqual([[3]]);
    expect(await shown(11, { unit: { values: [east] } })).toEqual([[null]]);
  });
  it('tells where guests came from and why', async () => {
    expect(await shown(41)).toEqual([['Hàn Quốc', 1]]);
    expect(await shown(42)).toEqual([['TP. Hồ Chí Minh', 2], ['Tây Ninh', 1], ['không rõ', 1]]);
    expect(await shown(43)).toEqual([['Du lịch', 2], ['Công tác', 1], ['Thăm viếng', 1]]);
  });
  it('tells the late share of each day, and nothing of a day without arrivals', async () => {
    const days = await shown(62);
    expect(days.map(([time, share]) => [time, share])).toEqual([['2026-11-17 00:00:00', 0], ['2026-11-18 00:00:00', 0.5], ['2026-11-19 00:00:00', null]]);
  });
});
