import { describe, expect, it } from 'vitest';
import { at, facts, guest, house, version } from './case.fixture.ts';
import { expectedCompliance, expectedDelays } from './expected-compliance.ts';
import { expectedOccupancy } from './expected-occupancy.ts';
import { expectedOrigin, expectedTourism } from './expected-tourism.ts';
import { facilityDays } from './facility-days.ts';
import type { TourismFacts } from './facts.ts';
import { guestDays } from './guest-days.ts';

type Row = Readonly<Record<string, unknown>>;
type View = (facts: TourismFacts, boundary?: string) => Row[];
const rowsOf = (expected: (facts: TourismFacts, days: ReturnType<typeof facilityDays>, boundary: string) => object[]): View => (given, boundary = '') => expected(given, facilityDays(given), boundary) as Row[];
const [tourism, origin, occupancy, compliance] = [expectedTourism, expectedOrigin, expectedOccupancy, expectedCompliance].map(rowsOf) as [View, View, View, View];

/** The one row of a day and a place (`all` or a unit), of a kind. */
const rowAt = (rows: readonly Row[], day: string, place = '', kind = ''): Row => {
  const found = rows.filter((row) => row['day'] === `2026-${day}` && row['place'] === place && row['facility_kind'] === kind);
  expect(found).toHaveLength(1);
  return found[0] ?? {};
};

/** Three hotels, so that nothing is hidden. */
const hotels = [house('h1'), house('h2'), house('h3')];

describe('days that count', () => {
  const days = (...guests: TourismFacts['guests']) => guestDays(facts({ facilities: hotels, guests })).map(({ day, night, first, tourism: counts }) => `${new Date(day * 86_400_000).toISOString().slice(5, 10)}${night ? ' night' : ''}${first ? ' first' : ''}${counts ? '' : ' other'}`);

  it('are the crossings of a local midnight, and for who crosses none the day of arrival', () => {
    expect(days(guest('h1', '06-05 23:30', '06-06 00:30'))).toEqual(['06-05 night first']);
    expect(days(guest('h1', '06-05 00:10', '06-05 23:50'))).toEqual(['06-05 first']);
    expect(days(guest('h1', '06-29 20:00', '07-02 10:00'))).toEqual(['06-29 night first', '06-30 night']);
  });
  it('are those of one visit for stays less than a day apart, whose arrival counts at its first night', () => {
    const person = 'one';
    expect(days(guest('h1', '06-05 10:00', '06-05 12:00', { person }), guest('h1', '06-06 09:00', '06-07 08:00', { person }))).toEqual(['06-06 night first']);
    expect(days(guest('h1', '06-05 14:00', '06-06 12:00', { person }), guest('h1', '06-07 12:00', '06-08 08:00', { person }))).toEqual(['06-05 night first', '06-07 night first']);
    expect(days(guest('h1', '06-05 14:00', '06-07 12:00', { person }), guest('h1', '06-06 15:00', '06-08 08:00', { person }))).toEqual(['06-05 night first', '06-06 night', '06-07 night']);
  });
  it('end at the departure, else at the expected one, else after thirty days, which are no tourism', () => {
    expect(days(guest('h1', '06-05 14:00', null, { expectedAt: at('06-07 12:00') }))).toEqual(['06-05 night first', '06-06 night']);
    const endless = days(guest('h1', '05-20 14:00', null));
    expect([endless.length, endless[0], endless.at(-1)]).toEqual([30, '05-20 night first other', '06-18 night other']);
  });
  it('are no tourism at another kind of facility, for another purpose or at home, and none at all for who cancelled', () => {
    expect(guestDays(facts({ facilities: [house('t', { kind: 'boarding-house' })], guests: [guest('t', '06-05 10:00', '06-05 12:00')] })).map((row) => row.tourism)).toEqual([false]);
    expect(days(guest('h1', '06-05 10:00', '06-05 12:00', { reason: 'work' }))).toEqual(['06-05 first other']);
    expect(days(guest('h1', '06-05 10:00', '06-05 12:00', { atHome: true }))).toEqual(['06-05 first other']);
    expect(days(guest('h1', '06-05 10:00', '06-05 12:00', { cancelled: true }))).toEqual([]);
  });
});

describe('tourism by day', () => {
  const guests = [guest('h1', '06-05 20:00', '06-07 10:00', { nationality: 'FRA', homeProvince: '' }), guest('h2', '06-05 21:00', '06-06 10:00', { reason: 'business' }), guest('h2', '06-06 09:00', '06-06 11:00'), guest('h3', '06-06 22:00', '06-07 07:00', { reason: 'work' })];
  const given = facts({ facilities: hotels, guests, asOf: '2026-06-07' });

  it('has arrivals, nights and day guests of tourists, and who is heard', () => {
    expect(rowAt(tourism(given), '06-05', 'A')).toEqual({
      day: '2026-06-05', place_kind: 'unit', place: 'A', place_vi: 'Xã A', facility_kind: '', exact: 1, arrivals: 2, overnight_arrivals: 2, day_guests: 0, nights: 2, international_arrivals: 1, international_nights: 1, average_stay: 1, facilities: 3, heard: 2, suppressed: 0,
    });
    expect(rowAt(tourism(given), '06-06')).toMatchObject({ arrivals: 1, overnight_arrivals: 0, day_guests: 1, nights: 1, international_nights: 1, average_stay: null, heard: 2 });
    expect(rowAt(tourism(given), '06-07', '', 'hotel')).toMatchObject({ arrivals: 0, nights: 0, facilities: 3, heard: 0 });
  });
  it('has where they come from and why', () => {
    const of = (dimension: string, day: string) => origin(given).filter((row) => row['place'] === 'A' && row['dimension'] === dimension && row['day'] === `2026-${day}`).map(({ value, arrivals, nights, day_guests }) => [value, arrivals, nights, day_guests]);
    expect(of('nationality', '06-05')).toEqual([['FRA', 1, 1, 0], ['VNM', 1, 1, 0]]);
    expect(of('province', '06-06')).toEqual([['', 0, 1, 0], ['79', 1, 0, 1]]);
    expect(of('purpose', '06-05')).toEqual([['tourism', 1, 1, 0], ['business', 1, 1, 0]]);
  });
  it('counts by the shares of a unit where it is cut, and says that this is an estimate', () => {
    expect(rowAt(tourism(given), '06-05', 'north')).toMatchObject({ suppressed: 1, facilities: 0.75, exact: 0, arrivals: null });
    const more = facts({ facilities: Array.from({ length: 12 }, (_, index) => house(`h${index + 1}`)), guests });
    expect(rowAt(tourism(more), '06-05', 'north')).toMatchObject({ suppressed: 0, facilities: 3, exact: 0, arrivals: 0.5, nights: 0.5, average_stay: 1 });
    expect(rowAt(tourism(more, '2025-06-30'), '06-05', 'Old')).toMatchObject({ facilities: 12, exact: 1, arrivals: 2 });
    expect(tourism(more, '2025-06-30').filter((row) => row['place'] === 'A')).toEqual([]);
  });
  it('estimates an origin only where the guests are of a unit that is cut', () => {
    const facilities = [...Array.from({ length: 12 }, (_, index) => house(`h${index + 1}`)), ...['b1', 'b2', 'b3'].map((id) => house(id, { unit: 'B' }))];
    const rows = origin(facts({ facilities, guests: [guest('h1', '06-05 20:00', '06-06 10:00'), guest('b1', '06-05 20:00', '06-06 10:00', { nationality: 'FRA' })], asOf: '2026-06-05' }));
    expect(rows.filter((row) => row['place'] === 'north' && row['dimension'] === 'nationality').map(({ value, nights, exact }) => [value, nights, exact])).toEqual([['VNM', 0.25, 0], ['FRA', 1, 1]]);
  });
  it('hides what is of one or two facilities, and the next smallest with one that is alone', () => {
    const place = (unit: string, ...ids: readonly string[]) => ids.map((id) => house(id, { unit }));
    const hidden = (facilities: TourismFacts['facilities']) => tourism(facts({ facilities, guests: [guest('h1', '06-05 20:00', '06-06 10:00')], asOf: '2026-06-05' })).filter((row) => row['suppressed'] === 1 && row['place_kind'] === 'unit').map((row) => row['place']);
    expect(hidden(place('A', 'h1', 'h2', 'h3'))).toEqual([]);
    expect(hidden([...place('A', 'h1', 'h2'), ...place('B', 'h3', 'h4')])).toEqual(['A', 'B']);
    expect(hidden([...place('A', 'h1', 'h2'), ...place('B', 'h3', 'h4', 'h5'), ...place('C', 'h6', 'h7', 'h8'), ...place('D', 'h9', 'h10', 'h11', 'h12')])).toEqual(['A', 'B']);
  });
  it('hides an area that, beside the whole, would tell units that are hidden: of which it has different parts', () => {
    const few = facts({ facilities: [...Array.from({ length: 12 }, (_, index) => house(`h${index + 1}`)), house('b1', { unit: 'B' })], guests: [guest('h1', '06-05 20:00', '06-06 10:00'), guest('b1', '06-05 20:00', '06-06 10:00')], asOf: '2026-06-05' });
    expect(['A', 'B', 'north', ''].map((place) => [place, rowAt(tourism(few), '06-05', place)['suppressed']])).toEqual([['A', 1], ['B', 1], ['north', 1], ['', 0]]);
    expect(origin(few).filter((row) => row['place'] !== '')).toEqual([]);
    const alike = { ...few, units: few.units.map((unit) => ({ ...unit, areas: unit.areas.map((area) => ({ ...area, weight: 1 })) })) };
    expect(rowAt(tourism(alike), '06-05', 'north')).toMatchObject({ suppressed: 0, facilities: 13, arrivals: 2 });
  });
  it('does not count facilities that are closed or not opened yet', () => {
    const facilities = [{ ...house('h1'), closedOn: '2026-06-06' }, house('h2', { validFrom: '2026-06-06' }), ...hotels.slice(2)];
    const rows = tourism(facts({ facilities, guests: [guest('h3', '06-05 20:00', '06-06 10:00')], asOf: '2026-06-06' }));
    expect([rowAt(rows, '06-05')['facilities'], rowAt(rows, '06-06')['facilities']]).toEqual([2, 2]);
  });
});

describe('occupancy', () => {
  it('holds rooms and beds in use against those of facilities that are heard, and against all, as they are on the day', () => {
    const facilities = [{ ...house('h1'), versions: [version({ rooms: 4, beds: 8 }), version({ validFrom: '2026-06-06', rooms: 1, beds: 2 })] }, house('h2', { rooms: 1, beds: 2 }), house('h3', { rooms: 3, beds: 6 })];
    const guests = [
      guest('h1', '06-05 20:00', '06-07 10:00', { room: '1', reason: 'work' }), guest('h1', '06-05 20:00', '06-07 10:00', { room: '1' }), guest('h1', '06-05 20:00', '06-07 10:00', { room: '2' }),
      guest('h2', '06-05 20:00', '06-06 10:00', { room: '' }), guest('h2', '06-05 09:00', '06-05 10:00', { room: '9' }),
    ];
    const rows = occupancy(facts({ facilities, guests, emptyDays: [{ facility: 'h3', day: '2026-06-06', receivedAt: at('06-06 22:00') }], asOf: '2026-06-12' }));
    expect(rowAt(rows, '06-05', 'A')).toEqual({
      day: '2026-06-05', place_kind: 'unit', place: 'A', place_vi: 'Xã A', facility_kind: '', exact: 1, rooms_all: 8, rooms_reporting: 5, beds_all: 16, beds_reporting: 10, facilities: 3, reporting: 2,
      rooms_used: 2, beds_used: 4, guests_without_room: 1, over_capacity: 0, room_occupancy_all: 25, room_occupancy_reporting: 40, bed_occupancy_all: 25, bed_occupancy_reporting: 40, suppressed: 0,
    });
    expect(rowAt(rows, '06-06')).toMatchObject({ rooms_all: 5, rooms_reporting: 5, rooms_used: 2, over_capacity: 1, reporting: 3 });
    expect(rowAt(rows, '06-12')).toMatchObject({ rooms_all: 5, rooms_reporting: 3, reporting: 1, room_occupancy_reporting: 0 });
  });
  it('counts against a capacity only guests of houses that told one', () => {
    const guests = ['h1', 'h2'].map((id) => guest(id, '06-05 20:00', '06-06 10:00'));
    const rows = occupancy(facts({ facilities: [house('h1', { rooms: 0, beds: 0 }), house('h2', { rooms: 4, beds: 8 }), { ...house('h3'), closedOn: '2026-06-01' }, house('h4'), house('h5')], guests: [...guests, guest('h3', '06-05 20:00', '06-06 10:00')] }));
    expect(rowAt(rows, '06-05')).toMatchObject({ facilities: 4, rooms_used: 3, beds_used: 3, rooms_all: 8, rooms_reporting: 4, room_occupancy_all: 12.5, room_occupancy_reporting: 25 });
  });
  it('has no share where there is no capacity', () => {
    const rows = occupancy(facts({ facilities: ['h1', 'h2', 'h3'].map((id) => house(id, { rooms: 0, beds: 0 })), guests: [guest('h1', '06-05 20:00', '06-06 10:00')] }));
    expect(rowAt(rows, '06-05')).toMatchObject({ rooms_used: 1, room_occupancy_all: null, over_capacity: 0 });
  });
});

describe('compliance', () => {
  const due = at('06-05 23:00');
  const told = (moment: string, own: Partial<TourismFacts['guests'][number]> = {}) => guest('h1', '06-05 20:00', '06-06 10:00', { heardAt: at(moment), toldAt: at(moment), dueAt: due, ...own });
  const guests = [told('06-05 20:30'), told('06-05 22:59', { heardAt: at('06-05 23:30') }), told('06-05 23:00', { captured: 'qr' }), told('06-06 20:00', { captured: '' }), told('06-08 12:00', { captured: 'file', cancelled: true })];

  it('tells apart what came in time, late, or late only in transit, and how long it took', () => {
    const given = facts({ facilities: hotels, guests });
    expect(rowAt(compliance(given), '06-05', 'A', 'hotel')).toMatchObject({ stays: 4, on_time: 1, late: 2, synced_late: 1, excused: 0, delay_p50_s: 10_800, delay_p90_s: 86_400, typed: 2, qr: 1, file: 0, other_captured: 1 });
    expect(rowAt(compliance(given), '06-06')).toMatchObject({ stays: 0, delay_p50_s: null });
    expect(expectedDelays(facilityDays(given))).toEqual([
      { day: '2026-06-05', facility_kind: 'hotel', unit_uid: 'A', bucket: '0-1', stays: 1 }, { day: '2026-06-05', facility_kind: 'hotel', unit_uid: 'A', bucket: '2-4', stays: 2 }, { day: '2026-06-05', facility_kind: 'hotel', unit_uid: 'A', bucket: '24-48', stays: 1 },
    ]);
  });
  it.each([
    ['of the facility until the deadline', { scope: 'facility', target: 'h1', from: at('06-05 10:00'), until: due }, 0],
    ['of the facility, after which half came within a day', { scope: 'facility', target: 'h1', from: due, until: at('06-05 23:01') }, 2],
    ['of its unit, half told more than a day after it', { scope: 'unit', target: 'A', from: at('06-05 10:00'), until: due + 1 }, 2],
    ['of another unit', { scope: 'unit', target: 'B', from: at('06-05 10:00'), until: null }, 0],
    ['of everything that is not over', { scope: 'all', target: '', from: at('06-05 10:00'), until: null }, 2],
    ['that began after the deadline', { scope: 'all', target: '', from: due + 1, until: null }, 0],
  ])('excuses by an outage %s', (_, outage, excused) => {
    expect(rowAt(compliance(facts({ facilities: hotels, guests, outages: [outage] })), '06-05')['excused']).toBe(excused);
  });
  it('excuses nobody who was told of later than a day after the outage', () => {
    const outages = [{ scope: 'all', target: '', from: due - 1, until: due + 1 }];
    expect(rowAt(compliance(facts({ facilities: hotels, guests: [told('06-06 23:00'), told('06-06 23:01')], outages })), '06-05')['excused']).toBe(1);
  });
  it('counts facilities with an account, those heard of in seven days, and days without guests', () => {
    const given = facts({
      facilities: [...hotels, house('c', { kind: 'coach' })], guests: [guest('h1', '06-05 20:00', '06-06 10:00')], asOf: '2026-06-12',
      emptyDays: [{ facility: 'h1', day: '2026-06-05', receivedAt: at('06-05 22:00') }, { facility: 'h2', day: '2026-06-06', receivedAt: at('06-07 01:00') }], keys: [{ facilities: ['h3'], issuedOn: '2026-06-06', revokedOn: '2026-06-08' }],
    });
    const of = (day: string): unknown[] => {
      const { facilities, with_account, reporting, silent, no_guests } = rowAt(compliance(given), day);
      return [facilities, with_account, reporting, silent, no_guests];
    };
    expect(of('06-05')).toEqual([3, 1, 1, 2, 0]);
    expect(of('06-06')).toEqual([3, 3, 2, 1, 1]);
    expect(of('06-08')).toEqual([3, 2, 2, 1, 0]);
    expect(of('06-12')).toEqual([3, 2, 1, 2, 0]);
  });
  it('counts guests of thirty days and more, and persons at two facilities in one night, each once a place', () => {
    const person = 'one';
    const facilities = [house('h1'), house('h2'), house('h3', { unit: 'B' }), house('h4', { unit: 'C' })];
    const rows = compliance(facts({ facilities, guests: [guest('h1', '05-06 20:00', '06-06 10:00', { person }), guest('h2', '06-05 20:00', '06-06 10:00', { person }), guest('h3', '06-05 23:00', '06-06 01:00', { person }), guest('h3', '06-05 10:00', '06-05 12:00', { person: 'two' }), guest('h4', '06-05 10:00', '06-05 12:00', { person })] }));
    expect(rowAt(rows, '06-04')).toMatchObject({ over_30: 0, conflicts: 0 });
    expect([rowAt(rows, '06-05'), rowAt(rows, '06-05', 'A'), rowAt(rows, '06-05', 'B'), rowAt(rows, '06-05', 'C')].map(({ over_30, conflicts }) => [over_30, conflicts])).toEqual([[1, 1], [1, 1], [0, 1], [0, 0]]);
  });
  it('adds up what was received and refused, and what inspections found', () => {
    const batch = { facility: 'h1', receivedAt: at('06-05 23:59'), received: 10, rejected: 2, codes: { 'document.cccd-format': 1, 'document.cmnd-expired': 3, 'sex.unknown': 1 } };
    const inspections = [0, 1, 3, 4, 8, 9].map((unreported) => ({ facility: 'h2', on: '2026-06-05', unreported }));
    expect(rowAt(compliance(facts({ facilities: hotels, emptyDays: [{ facility: 'h3', day: '2026-06-05', receivedAt: at('06-05 22:00') }], batches: [batch], inspections })), '06-05')).toMatchObject({ received: 10, rejected: 2, invalid_documents: 4, inspections: 6, unreported_1_3: 2, unreported_4_8: 2, unreported_9: 1 });
  });
});
