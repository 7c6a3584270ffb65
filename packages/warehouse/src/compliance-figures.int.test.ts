import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startVillage, type Guest, type Village } from './village.fixture.ts';

describe.each(['UTC', 'Asia/Ho_Chi_Minh'])('figures of compliance on an engine in %s', (timezone) => {
  let village: Village;
  beforeAll(async () => {
    village = await startVillage(timezone);
  });
  afterAll(() => village.stop());
  const guest = (ref: string, arrived: string, given: Partial<Guest> = {}): Guest => ({ facility: 'h1', ref, arrived, departed: `${arrived.slice(0, 10)} 23:59`, ...given });
  const figures = (columns: string, where: string) => village.lines(`SELECT ${columns} FROM compliance_daily WHERE ${where} ORDER BY day, place_kind, place, facility_kind`);
  const all = (day: string) => `place_kind = 'all' AND facility_kind = '' AND day = '${day}'`;

  it('tell who was on time, late, or on time and synced late, and how long notices took', async () => {
    await village.begin({ id: 'h1', unit: 'A' }, { id: 'r1', kind: 'rental-house', tourism: false, unit: 'C' });
    await village.stays(
      // Due 23:00. Told within the hour; told at 23:00, which is late; told at 22:00 and taken in the next day; of a foreigner due at 02:00, told at 01:59.
      guest('on-time', '2025-06-10 14:00', { recorded: '2025-06-10 14:30', captured: 'qr' }), guest('late', '2025-06-10 14:00', { recorded: '2025-06-10 23:00', captured: 'mrz' }),
      guest('synced', '2025-06-10 14:00', { told: '2025-06-10 22:00', recorded: '2025-06-11 09:00', captured: 'nfc' }), guest('foreign', '2025-06-10 14:00', { nationality: 'KOR', recorded: '2025-06-11 01:59' }),
      // After 23:00 it is due at 08:00.
      guest('night', '2025-06-10 23:30', { departed: '2025-06-11 10:00', recorded: '2025-06-11 07:59', captured: 'other' }), guest('tenant', '2025-06-10 08:00', { facility: 'r1', tourism: false, recorded: '2025-06-12 09:00' }),
    );
    await village.asOf('2025-06-20 12:00');
    // Delays in seconds: 1,800; 32,400; 28,800 (told); 43,140; 30,540; the tenant's 176,400. Of six the median is the fourth, 32,400, and the ninth tenth the sixth; of the five at h1 the third and the fifth.
    const columns = "place_kind, place, facility_kind, stays, on_time, late, synced_late, delay_p50_s, delay_p90_s, typed, qr, mrz, nfc, file, other_captured";
    expect(await figures(columns, "day = '2025-06-10'")).toEqual([
      'all   6 3 2 1 32400 176400 2 1 1 1 0 1', 'all  hotel 5 3 1 1 30540 43140 1 1 1 1 0 1', 'all  rental-house 1 0 1 0 176400 176400 1 0 0 0 0 0',
      'area D  6 3 2 1 32400 176400 2 1 1 1 0 1', 'area D hotel 5 3 1 1 30540 43140 1 1 1 1 0 1', 'area D rental-house 1 0 1 0 176400 176400 1 0 0 0 0 0',
      'unit A  5 3 1 1 30540 43140 1 1 1 1 0 1', 'unit A hotel 5 3 1 1 30540 43140 1 1 1 1 0 1', 'unit C  1 0 1 0 176400 176400 1 0 0 0 0 0', 'unit C rental-house 1 0 1 0 176400 176400 1 0 0 0 0 0',
    ]);
    // 28,800 s are eight hours and fall into 8-12.
    expect(await village.lines("SELECT facility_kind, unit_uid, bucket, stays FROM compliance_delays WHERE day = '2025-06-10' ORDER BY facility_kind, bucket")).toEqual(['hotel A 0-1 1', 'hotel A 8-12 4', 'rental-house C 48+ 1']);
  });

  it('excuse a late notice whose deadline lay in an outage and that came within a day of its end', async () => {
    await village.begin({ id: 'h1', unit: 'A' }, { id: 'h2', unit: 'C' });
    const outage = (given: object) => village.at('2025-06-19 08:00', () => village.build.outageDeclared({ target: '', cause: 'power', from: village.iso('2025-06-10 20:00'), until: village.iso('2025-06-11 06:00'), ...given }));
    await village.tell(outage({ ref: 'A', scope: 'unit', target: 'A' }), outage({ ref: 'gone', scope: 'all', from: village.iso('2025-06-12 00:00'), until: null, withdrawn: true, revision: 1 }), outage({ ref: 'h2', scope: 'facility', target: 'h2', from: village.iso('2025-06-14 00:00'), until: null }));
    await village.stays(
      // Due 10 June 23:00, inside: told one second less than, exactly, and one minute more than a day after the end.
      guest('1', '2025-06-10 14:00', { recorded: '2025-06-12 05:59' }), guest('2', '2025-06-10 14:00', { recorded: '2025-06-12 06:00' }), guest('3', '2025-06-10 14:00', { recorded: '2025-06-12 06:01' }),
      // Arrived in the outage, due after it; the same night in C, where there was none.
      guest('4', '2025-06-11 05:00', { recorded: '2025-06-11 09:00' }), guest('5', '2025-06-10 14:00', { facility: 'h2', recorded: '2025-06-11 09:00' }),
      // An outage that was withdrawn, and one at h2 that is not over.
      guest('6', '2025-06-12 14:00', { recorded: '2025-06-13 09:00' }), guest('7', '2025-06-14 14:00', { facility: 'h2', recorded: '2025-06-17 09:00' }), guest('8', '2025-06-14 14:00', { recorded: '2025-06-17 09:00' }),
      // Due on the second day after the arrival, inside: the furthest a deadline lies (a foreigner in a remote area, whose notice names a date alone).
      guest('9', '2025-06-08 14:00', { due: '2025-06-10 23:59', recorded: '2025-06-11 00:30' }),
    );
    await village.asOf('2025-06-20 12:00');
    expect(await figures('substring(toString(day), 6), late, excused', "place_kind = 'all' AND facility_kind = '' AND stays > 0")).toEqual(['06-08 1 1', '06-10 4 2', '06-11 1 0', '06-12 1 0', '06-14 2 1']);
    expect(await figures('place, late, excused', "place_kind = 'unit' AND facility_kind = '' AND day = '2025-06-10'")).toEqual(['A 3 2', 'C 1 0']);
  });

  it('tell facilities with an account, those that report within seven days, silent ones, and days without guests', async () => {
    await village.begin({ id: 'h1', unit: 'A' }, { id: 'h2', unit: 'A' }, { id: 'h3', unit: 'A' }, { id: 'n1', kind: 'motel', unit: 'A', from: '2025-06-05' }, { id: 'n2', kind: 'motel', unit: 'A', from: '2025-06-05' }, { id: 'bus', kind: 'coach', tourism: false, unit: 'A' });
    const { build, at, tell } = village;
    await tell(
      at('2025-06-02 10:00', () => build.keyIssued({ id: 'k1', facilities: ['h2', 'h3'] })), at('2025-06-10 10:00', () => build.keyRevoked({ id: 'k1' })), at('2025-06-12 10:00', () => build.keyIssued({ id: 'k2', facilities: ['h3'] })),
      // n2 says on 6 June that nobody came on the 4th, when it was not there yet.
      at('2025-06-06 10:00', () => build.facilityDayReported({ facility: 'n2', day: '2025-06-04' })),
      // h3 says on 4 June that nobody came on 3 June, and on 4 June; a guest of 4 June is told later.
      at('2025-06-04 10:00', () => build.facilityDayReported({ facility: 'h3', day: '2025-06-03' })), at('2025-06-04 23:00', () => build.facilityDayReported({ facility: 'h3', day: '2025-06-04' })),
    );
    await village.stays(guest('1', '2025-06-01 14:00'), guest('late', '2025-06-04 14:00', { facility: 'h3', recorded: '2025-06-11 09:00' }));
    await village.asOf('2025-06-13 12:00');
    // h1 was heard on 1 June alone, h3 for 3 June, on 4 and on 11 June; h2 never, its key opened from 2 to 9 June; n1 and n2 are there from 5 June; n1 has nothing, n2 was heard for 4 and on 6 June.
    expect(await figures('substring(toString(day), 6), facilities, with_account, reporting, silent, no_guests', "place_kind = 'all' AND facility_kind = '' AND day IN ('2025-06-01', '2025-06-02', '2025-06-03', '2025-06-04', '2025-06-05', '2025-06-07', '2025-06-08', '2025-06-10', '2025-06-11')")).toEqual([
      '06-01 3 1 1 2 0', '06-02 3 3 1 2 0', '06-03 3 3 2 1 1', '06-04 3 3 2 1 0', '06-05 5 4 3 2 0', '06-07 5 4 3 2 0', '06-08 5 4 2 3 0', '06-10 5 3 2 3 0', '06-11 5 3 2 3 0',
    ]);
    expect(await figures('facility_kind, facilities, reporting', "place_kind = 'unit' AND day = '2025-06-05'")).toEqual([' 5 3', 'hotel 3 2', 'motel 2 1']);
  });

  it('tell guests of more than 30 days, and persons at two facilities the same night under either paper', async () => {
    await village.begin({ id: 'h1', unit: 'A' }, { id: 'h2', unit: 'A' }, { id: 'm1', kind: 'motel', unit: 'C' });
    await village.tell(village.at('2025-05-01 10:00', () => village.build.personLinked({ cccdKey: village.keyOf('card'), cmndKey: village.keyOf('paper') })));
    await village.stays(
      guest('long', '2025-05-01 14:00', { departed: '2025-06-02 10:00' }),
      // Nights 9, 10 at h1, nights 10, 11 at m1 under the old paper; at h2 the day of the 10th alone, which is no night.
      guest('one', '2025-06-09 14:00', { departed: '2025-06-11 10:00', person: 'card' }), guest('two', '2025-06-10 14:00', { facility: 'm1', departed: '2025-06-12 10:00', person: 'paper' }), guest('day', '2025-06-10 08:00', { facility: 'h2', departed: '2025-06-10 12:00', person: 'card' }),
      // Moves on the same day: no night at both.
      guest('from', '2025-06-09 14:00', { departed: '2025-06-10 10:00', person: 'moves' }), guest('to', '2025-06-10 14:00', { facility: 'm1', departed: '2025-06-11 10:00', person: 'moves' }),
    );
    await village.asOf('2025-06-20 12:00');
    // 1 May and 30 days: 31 May and 1 June.
    expect(await figures('substring(toString(day), 6), over_30', "place_kind = 'all' AND facility_kind = '' AND over_30 > 0")).toEqual(['05-31 1', '06-01 1']);
    const conflicts = () => figures('substring(toString(day), 6), place_kind, place, facility_kind, conflicts', 'conflicts > 0');
    expect(await conflicts()).toEqual(['all  ', 'all  hotel', 'all  motel', 'area D ', 'area D hotel', 'area D motel', 'unit A ', 'unit A hotel', 'unit C ', 'unit C motel'].map((place) => `06-10 ${place} 1`));
    expect(await village.lines('SELECT night, facilities, refs FROM conflict_nights')).toEqual(["2025-06-10 h1,m1 one,two"]);
    // Linked with a second card, the paper is nobody's: two persons. With the stay corrected to the card, one again, and none once it is cancelled.
    await village.tell(village.at('2025-06-20 13:00', () => village.build.personLinked({ cccdKey: village.keyOf('other'), cmndKey: village.keyOf('paper') })));
    expect(await conflicts()).toEqual([]);
    await village.stays(guest('two', '2025-06-10 14:00', { facility: 'm1', departed: '2025-06-12 10:00', person: 'card', recorded: '2025-06-20 14:00' }));
    expect((await conflicts()).slice(0, 1)).toEqual(['06-10 all   1']);
    await village.tell(village.at('2025-06-20 15:00', () => village.build.cancelled({ facility: 'm1', ref: 'two' })));
    expect(await conflicts()).toEqual([]);
  });

  it('tell what came in, was rejected and had a wrong document, and inspections by how many they found unreported', async () => {
    await village.begin({ id: 'h1', unit: 'A' }, { id: 'h1', unit: 'N1', from: '2025-07-01' }, { id: 'm1', kind: 'motel', unit: 'C' }, { id: 'm1', kind: 'motel', unit: 'N2', from: '2025-07-01' });
    const { build, at, tell } = village;
    const inspected = (facility: string, on: string, unreported: number, given: object = {}) => at('2025-07-05 10:00', () => build.inspectionRecorded({ facility, on, guestsFound: 12, unreported, ...given }));
    await tell(
      // 23:59 of Vietnam is still 30 June.
      at('2025-06-30 23:59', () => build.feedBatchReceived({ facility: 'h1', received: 5, accepted: 3, rejected: 2, codes: { 'document.number-invalid': 2, 'document.expired': 1, 'field.required': 4 } })), at('2025-07-01 00:00', () => build.feedBatchReceived({ facility: 'm1', received: 3, accepted: 3, rejected: 0, codes: {} })),
      inspected('h1', '2025-06-30', 3), inspected('h1', '2025-06-30', 4), inspected('m1', '2025-07-01', 8), inspected('m1', '2025-07-01', 9), inspected('m1', '2025-07-01', 0), inspected('m1', '2025-07-01', 12, { withdrawn: true, revision: 1 }),
    );
    await village.stays(guest('1', '2025-06-29 14:00'));
    await village.asOf('2025-07-10 12:00');
    const columns = 'substring(toString(day), 6), place_kind, place, received, rejected, invalid_documents, inspections, unreported_1_3, unreported_4_8, unreported_9, exact';
    expect(await figures(columns, "facility_kind = '' AND day IN ('2025-06-30', '2025-07-01')")).toEqual([
      '06-30 all  5 2 3 2 1 1 0 1', '06-30 area D 5 2 3 2 1 1 0 1', '06-30 unit A 5 2 3 2 1 1 0 1', '06-30 unit C 0 0 0 0 0 0 0 1',
      // Half of N2 lies in D.
      '07-01 all  3 0 0 3 0 1 1 1', '07-01 area D 1.5 0 0 1.5 0 0.5 0.5 0', '07-01 unit N1 0 0 0 0 0 0 0 1', '07-01 unit N2 3 0 0 3 0 1 1 1',
    ]);
    expect((await village.lines(`SELECT ${columns} FROM compliance_daily_at(boundary = '2025-07-01') WHERE ${all('2025-06-30').replace("'all'", "'unit'")} ORDER BY place`))).toEqual(['06-30 unit N1 5 2 3 2 1 1 0 1', '06-30 unit N2 0 0 0 0 0 0 0 1']);
  });
});
