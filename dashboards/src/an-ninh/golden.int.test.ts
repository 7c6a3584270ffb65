import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGolden, type Golden } from '../fixtures/golden.fixture.ts';

const west = 'W25357@2025';
/** November 2025 to October 2026: twelve months, six crimes on the tenth of each. */
const months = Array.from({ length: 12 }, (_, index) => new Date(Date.UTC(2025, 10 + index, 10)).toISOString().slice(0, 10));

describe('security, counted by hand', () => {
  let log: Golden;
  const shown = (id: number, chosen?: Parameters<Golden['panel']>[3]) => log.panel(id, '2025-11-21', '2026-11-20', chosen);
  beforeAll(async () => {
    log = await startGolden('an-ninh');
    const crime = (ref: string, day: string, handled: boolean) => log.at(`${day} 12:00`, (build) =>
      build.incidentRecorded({ ref, unit: west, happenedAt: log.iso(`${day} 08:00`), reportedAt: log.iso(`${day} 09:00`), handledAt: handled ? log.iso(`${day} 11:00`) : null, outcome: handled ? 'solved' : 'open' }));
    await log.tell(log.at('2025-01-02 08:00', (build) => build.unitPublished({
      uid: west, code: '25357', nameVi: 'Xã Mẫu', validFrom: '2025-07-01', validTo: '', population: 50_000, projections: [{ from: '2025-07-01', to: '', unit: west, weight: 1, exact: true }], areas: [],
    })));
    // Of the six of a month five are handled two hours after the report, one never is.
    await log.tell(...months.flatMap((day) => [1, 2, 3, 4, 5, 6].map((number) => crime(`${day}-${number}`, day, number < 6))), crime('nov-1', '2026-11-10', true), crime('nov-2', '2026-11-10', true));
    await log.houses({ id: 'h1', kind: 'hotel', unit: west });
    await log.stays(...[10, 11, 12].map((day) => ({ facility: 'h1', ref: `in-${day}`, arrived: `2026-11-${day} 14:00`, departed: `2026-11-${day + 1} 09:00`, ...(day === 12 && { told: '2026-11-12 23:30' }) })));
    const raised = (rule: string) => log.at('2026-11-15 09:00', (build) => build.alertRaised({ rule, day: '2026-11-15', simulated: false }));
    const [one, two, three, open] = [raised('watch-list'), raised('watch-list'), raised('watch-list'), raised('new-rule')];
    await log.tell(
      one, two, three, open,
      ...[one, two].map(({ data: { alert } }) => log.at('2026-11-16 09:00', (build) => build.alertConfirmed({ alert, envelope: { streamversion: 2 } }))),
      log.at('2026-11-16 09:30', (build) => build.alertDismissed({ alert: three.data.alert, envelope: { streamversion: 2 } })),
      log.at('2026-11-17 08:00', (build) => build.inspectionRecorded({ facility: 'h1', ref: 'k1', on: '2026-11-16', unreported: 5 })),
      log.at('2026-11-20 09:00', (build) => build.keyRevoked({ id: 'none' })),
    );
  });
  afterAll(() => log.stop());

  it('shows six incidents of the last whole month, 72 of twelve months, 144 per 100,000 of 50,000 people', async () => {
    expect(await Promise.all([11, 12, 13].map((id) => shown(id)))).toEqual([[[6]], [[72]], [[144]]]);
  });
  it('shows five of six handled in time, two hours after the report', async () => {
    expect(await Promise.all([14, 15].map((id) => shown(id)))).toEqual([[[0.8333]], [[7200]]]);
  });
  it('leaves out the police month of 15 October to 14 November, which had two', async () => {
    expect(await shown(11, { calendar: { values: ['mps_15_14'] } })).toEqual([[null]]);
    const bars = await shown(17, { calendar: { values: ['mps_15_14'] } });
    // Each of its months begins on the 15th; the one under way is left out with the calendar's November, for the difference would tell.
    expect(bars.slice(-3)).toEqual([['2026-09-15 00:00:00', 6], ['2026-10-15 00:00:00', null], ['2026-11-15 00:00:00', null]]);
  });
  it('shows the month by kind and by unit', async () => {
    expect((await shown(19)).filter(([, count]) => count !== 0).map((row) => row.slice(0, 4))).toEqual([['Phạm pháp hình sự', 6, 72, 144]]);
    expect((await shown(20)).map((row) => row.slice(0, 4))).toEqual([['Xã Mẫu', 6, 72, 144]]);
  });
  it('shows when they happen: 62 of the year so far at eight in the morning', async () => {
    const hours = await shown(22);
    expect(hours).toHaveLength(24);
    expect(hours[8]).toEqual(['08', 62]);
  });
  it('shows compliance of the last 30 days: two of three told in time, one inspection that found four to eight', async () => {
    expect(await shown(31)).toEqual([[0.6667]]);
    expect(await shown(33)).toEqual([['Kiểm tra phát hiện', 0, 1, 0]]);
  });
  it('shows each rule of alerts beside its precision', async () => {
    expect(await shown(41)).toEqual([['Đối tượng theo dõi', 0.6667, 3, 2, 1, 0, 'không'], ['new-rule', null, 1, 0, 0, 1, 'không']]);
  });
});
