import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startVillage, type Village } from './village.fixture.ts';

const inUnit = (unit: string, ...ids: readonly string[]) => ids.map((id) => ({ id, unit }));

describe('a month that is over, known at the end of a day', () => {
  let village: Village;
  beforeAll(async () => {
    village = await startVillage('America/New_York');
  });
  afterAll(() => village.stop());

  const june = (day: string, place = 'all'): Promise<readonly string[]> =>
    village.lines(`SELECT arrivals, overnight_arrivals, day_guests, nights, international_arrivals, international_nights FROM tourism_months_at(known_at = '${day}', boundary = '') WHERE month = '2025-06-01' AND facility_kind = '' AND ${place === 'all' ? "place_kind = 'all'" : `place = '${place}'`}`);
  const registered = (day: string): Promise<readonly string[]> =>
    village.lines(`SELECT stays, late, synced_late FROM compliance_months_at(known_at = '${day}', boundary = '') WHERE month = '2025-06-01' AND place_kind = 'all' AND facility_kind = ''`);

  it('changes by what is told late, each day by the events of that day: a check-in, a correction, a cancellation, a link of papers, a facility that turns out to stand elsewhere', async () => {
    const { at, build, tell, iso, keyOf } = village;
    await village.begin(...inUnit('A', 'h1', 'h2', 'h3', 'h4'), ...inUnit('B', 'b1', 'b2', 'b3'));
    await village.stays(
      { facility: 'h1', ref: 'leaves', arrived: '2025-06-10 14:00', departed: '2025-06-12 10:00' },
      { facility: 'h1', ref: 'extends', arrived: '2025-06-20 14:00', expected: '2025-06-22 10:00' },
      // The same person under an old paper and under a card: two arrivals as long as that is not known.
      { facility: 'h2', ref: 'paper', arrived: '2025-06-15 14:00', departed: '2025-06-16 10:00', person: 'paper' },
      { facility: 'h2', ref: 'card', arrived: '2025-06-16 12:00', departed: '2025-06-17 10:00', person: 'card' },
    );
    const late = village.checkIn({ facility: 'h3', ref: 'late', arrived: '2025-06-25 14:00', departed: '2025-06-28 10:00', nationality: 'KOR', recorded: '2025-07-02 09:00' });
    const corrected = at('2025-07-05 09:00', () => build.corrected({ facility: 'h1', ref: 'extends', groups: { expectedDeparture: iso('2025-06-25 10:00') } }));
    const cancelled = at('2025-07-10 09:00', () => build.cancelled({ facility: 'h1', ref: 'leaves' }));
    const linked = at('2025-07-12 09:00', () => build.personLinked({ cccdKey: keyOf('card'), cmndKey: keyOf('paper') }));
    const moved = at('2025-08-03 23:59', () => build.facilityChanged({ id: 'h2', kind: 'hotel', unit: 'B', tourism: true, validFrom: '2025-06-01' }));
    // Told in another order than it was taken in.
    await tell(moved, linked, cancelled, corrected);
    await tell(late);
    await village.asOf('2025-08-20 12:00');
    // Nights 10, 11; 20, 21; 15; 16.
    expect(await june('2025-06-30')).toEqual(['4 4 0 6 0 0']);
    expect(await june('2025-07-01')).toEqual(['4 4 0 6 0 0']);
    // And 25, 26, 27 of a Korean.
    expect(await june('2025-07-02')).toEqual(['5 5 0 9 1 3']);
    // Also 22, 23, 24.
    expect(await june('2025-07-05')).toEqual(['5 5 0 12 1 3']);
    // Without 10, 11.
    expect(await june('2025-07-10')).toEqual(['4 4 0 10 1 3']);
    // Two hours between the two stays: one arrival.
    expect(await june('2025-07-12')).toEqual(['3 3 0 10 1 3']);
    expect(await june('2025-07-12', 'A')).toEqual(['3 3 0 10 1 3']);
    expect(await june('2025-08-02', 'A')).toEqual(['3 3 0 10 1 3']);
    expect(await june('2025-08-03', 'A')).toEqual(['2 2 0 8 1 3']);
    expect(await june('2025-08-03', 'B')).toEqual(['1 1 0 2 0 0']);
    expect(await june('')).toEqual(['3 3 0 10 1 3']);
    expect(await village.lines("SELECT arrivals, nights FROM tourism_months WHERE month = '2025-06-01' AND place = 'B'")).toEqual(['1 2']);
    expect([await registered('2025-06-30'), await registered('2025-07-02'), await registered('2025-07-10'), await registered('')]).toEqual([['4 0 0'], ['5 1 0'], ['4 1 0'], ['4 1 0']]);

    const last = (type: string): string => type.replace(/^vn\.da06\.|\.v1$/g, '');
    const revisions = await village.warehouse.query<Record<string, string | readonly string[]>>(
      'SELECT toString(known_on) AS known_on, facility_id, ref, unit_uid, [arrivals, nights, international_nights, stays, late] AS more, events, types FROM da06.tourism_revisions ORDER BY known_on, facility_id, ref, unit_uid SETTINGS output_format_json_quote_64bit_integers = 0',
    );
    expect(revisions.map(({ known_on, facility_id, ref, unit_uid, more, types }) => `${String(known_on)} ${String(facility_id)} ${String(ref)} ${String(unit_uid)} ${String(more)} ${(types as readonly string[]).map(last).join()}`)).toEqual([
      '2025-07-02 h3 late A 1,3,3,1,1 stay.checked-in',
      '2025-07-05 h1 extends A 0,3,0,0,0 stay.corrected',
      '2025-07-10 h1 leaves A -1,-2,0,-1,0 stay.cancelled',
      '2025-07-12 h2 card A -1,0,0,0,0 person.linked',
      '2025-08-03 h2  A -1,-2,0,-2,0 facility.changed',
      '2025-08-03 h2  B 1,2,0,2,0 facility.changed',
    ]);
    expect(revisions.map(({ events }) => events)).toEqual([[late.id], [corrected.id], [cancelled.id], [linked.id], [moved.id], [moved.id]]);
  });

  it('is there from its last day on, not before; what is told on that day is no revision', async () => {
    await village.begin(...inUnit('A', 'h1', 'h2', 'h3'));
    await village.stays(
      { facility: 'h1', ref: 'across', arrived: '2025-06-29 14:00', expected: '2025-07-01 10:00' },
      { facility: 'h1', ref: 'told', arrived: '2025-06-30 14:00', departed: '2025-07-01 10:00', recorded: '2025-06-30 23:59' },
      // The same minute in Hanoi is the first of July: later than the month.
      { facility: 'h2', ref: 'after', arrived: '2025-06-30 14:00', departed: '2025-07-02 10:00', recorded: '2025-07-01 00:00' },
    );
    // Stays a night longer, in July: nothing of June changes.
    await village.tell(village.at('2025-07-01 09:00', () => village.build.corrected({ facility: 'h1', ref: 'across', groups: { expectedDeparture: village.iso('2025-07-02 10:00') } })));
    await village.asOf('2025-08-01 12:00');
    expect(await june('2025-06-29')).toEqual([]);
    expect(await june('2025-06-30')).toEqual(['2 2 0 3 0 0']);
    expect(await june('2025-07-01')).toEqual(['3 3 0 4 0 0']);
    expect(await village.lines("SELECT toString(month), ref, nights FROM tourism_revisions")).toEqual(['2025-06-01 after 1']);
    expect(await village.lines("SELECT toString(month), nights FROM tourism_months WHERE place_kind = 'all' AND facility_kind = '' ORDER BY month")).toEqual(['2025-06-01 4', '2025-07-01 2']);
  });

  it('leaves a cell out in which one or two facilities stand on any of its days, with the one that it could be told from', async () => {
    await village.begin(...inUnit('A', 'h1', 'h2', 'h3'), ...inUnit('B', 'b1', 'b2', 'b3', 'b4'), ...inUnit('C', 'c1', 'c2', 'c3', 'c4', 'c5'));
    const stay = (facility: string) => ({ facility, ref: 'one', arrived: '2025-06-10 14:00', departed: '2025-06-11 10:00' });
    await village.stays(...['h1', 'b1', 'c1'].map(stay));
    // Closed for the last day of June: two are left in A, and B is the next.
    await village.tell(village.at('2025-07-03 09:00', () => village.build.facilityClosed({ id: 'h3', on: '2025-06-30' })));
    await village.asOf('2025-07-20 12:00');
    const cells = (day: string) => village.lines(`SELECT place, nights, suppressed FROM tourism_months_at(known_at = '${day}', boundary = '') WHERE month = '2025-06-01' AND place_kind IN ('unit', 'all') AND facility_kind = '' ORDER BY place`);
    expect(await cells('2025-06-30')).toEqual([' 3 0', 'A 1 0', 'B 1 0', 'C 1 0']);
    expect(await cells('2025-07-03')).toEqual([' 3 0', 'A - 1', 'B - 1', 'C 1 0']);
  });
});
