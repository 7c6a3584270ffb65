import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startVillage, type Guest, type Village } from './village.fixture.ts';

/** Three hotels in A, which the reform of 2025-07-01 made a part of N1. */
const hotels = ['h1', 'h2', 'h3'].flatMap((id) => [{ id, unit: 'A' }, { id, unit: 'N1', from: '2025-07-01' }]);

describe.each(['UTC', 'Asia/Ho_Chi_Minh'])('figures of tourism on an engine in %s', (timezone) => {
  let village: Village;
  beforeAll(async () => {
    village = await startVillage(timezone);
  });
  afterAll(() => village.stop());
  const figures = 'overnight_arrivals, day_guests, arrivals, nights, average_stay';
  const all = (from: string, to = from): Promise<readonly string[]> => village.lines(`SELECT substring(toString(day), 6), ${figures} FROM tourism_daily WHERE place_kind = 'all' AND facility_kind = '' AND day BETWEEN '${from}' AND '${to}' ORDER BY day`);
  const guest = (ref: string, arrived: string, departed: string, given: Partial<Guest> = {}): Guest => ({ facility: 'h1', ref, arrived, departed, ...given });

  it('count a night by the midnight of Vietnam it crosses: 23:30 to 00:30 is one, 00:00 to 23:59 is a day guest', async () => {
    await village.begin(...hotels);
    await village.stays(
      guest('a', '2025-06-09 23:30', '2025-06-10 00:30'), guest('b', '2025-06-10 00:00', '2025-06-10 23:59'),
      guest('c', '2025-06-10 14:00', '2025-06-12 12:00'), guest('d', '2025-06-11 23:59', '2025-06-12 00:00'),
    );
    await village.asOf('2025-06-20 12:00');
    // 09: a arrives, one night. 10: b by day; c arrives, one night. 11: the second night of c; d arrives, one night. 12: nothing; h1 to h3 are there.
    expect(await all('2025-06-09', '2025-06-12')).toEqual(['06-09 1 0 1 1 1', '06-10 1 1 2 1 1', '06-11 1 0 1 2 2', '06-12 0 0 0 0 -']);
  });

  it('take a room move, an extension and a return within 24 hours as one arrival, one after 24 hours as another', async () => {
    await village.begin(...hotels);
    await village.stays(
      // Moved to another room on the 11th: nights 10, 11, 12, one arrival.
      guest('move-1', '2025-06-10 14:00', '2025-06-11 10:00', { person: 'mover' }), guest('move-2', '2025-06-11 10:05', '2025-06-13 10:00', { person: 'mover' }),
      // Back 23:59 after the departure is the same visit, with nights 20 and 22; 24:00 after it is another.
      guest('back-1', '2025-06-20 14:00', '2025-06-21 10:00', { person: 'soon' }), guest('back-2', '2025-06-22 09:59', '2025-06-23 09:00', { person: 'soon' }),
      guest('late-1', '2025-06-20 14:00', '2025-06-21 10:00', { person: 'later' }), guest('late-2', '2025-06-22 10:00', '2025-06-23 09:00', { person: 'later' }),
      // Two visits by day, 21 hours apart: one day guest, of the first day.
      guest('day-1', '2025-06-15 10:00', '2025-06-15 12:00', { person: 'by day' }), guest('day-2', '2025-06-16 09:00', '2025-06-16 11:00', { person: 'by day' }),
    );
    // Extended by two days, told later: nights 25, 26, 27.
    await village.stays({ facility: 'h1', ref: 'longer', arrived: '2025-06-25 14:00', expected: '2025-06-26 12:00' });
    await village.tell(village.at('2025-06-26 09:00', () => village.build.corrected({ facility: 'h1', ref: 'longer', groups: { expectedDeparture: village.iso('2025-06-28 12:00') } })));
    await village.asOf('2025-06-30 12:00');
    expect(await all('2025-06-10', '2025-06-13')).toEqual(['06-10 1 0 1 1 1', '06-11 0 0 0 1 -', '06-12 0 0 0 1 -', '06-13 0 0 0 0 -']);
    expect(await all('2025-06-15', '2025-06-16')).toEqual(['06-15 0 1 1 0 -', '06-16 0 0 0 0 -']);
    expect(await all('2025-06-20', '2025-06-22')).toEqual(['06-20 2 0 2 2 1', '06-21 0 0 0 0 -', '06-22 1 0 1 2 2']);
    expect(await all('2025-06-25', '2025-06-28')).toEqual(['06-25 1 0 1 1 1', '06-26 0 0 0 1 -', '06-27 0 0 0 1 -', '06-28 0 0 0 0 -']);
  });

  it('end a missing check-out at the expected day, flagged, and without one drop it as a tourist of 30 days', async () => {
    await village.begin(...hotels);
    await village.stays({ facility: 'h1', ref: 'open', arrived: '2025-06-10 14:00', expected: '2025-06-12 12:00' }, { facility: 'h1', ref: 'for-ever', arrived: '2025-06-10 14:00' });
    await village.asOf('2025-07-30 12:00');
    // The open one: nights 10 and 11. The other stays 30 nights, 10 June to 9 July, and is no tourist.
    expect(await all('2025-06-10', '2025-06-12')).toEqual(['06-10 1 0 1 1 1', '06-11 0 0 0 1 -', '06-12 0 0 0 0 -']);
    expect(await village.lines("SELECT day, nights, t_nights, open_end_nights FROM facility_figures WHERE day IN ('2025-06-11', '2025-06-12', '2025-07-09', '2025-07-10') ORDER BY day")).toEqual(['2025-06-11 2 1 2', '2025-06-12 1 0 1', '2025-07-09 1 0 1']);
  });

  it('split nights at the end of a month and between the units of a reform; on the boundaries of another day they are projected', async () => {
    await village.begin(...hotels);
    await village.stays(guest('across', '2025-06-29 14:00', '2025-07-02 10:00'));
    await village.asOf('2025-07-10 12:00');
    const units = (view: string) => village.lines(`SELECT substring(toString(day), 6), place_kind, place, ${figures}, facilities, suppressed, exact FROM ${view} WHERE day BETWEEN '2025-06-29' AND '2025-07-01' AND facility_kind = '' ORDER BY day, place_kind, place`);
    // The three hotels stand in A until 30 June, in N1 from 1 July; D has all of both.
    expect(await units('tourism_daily')).toEqual([
      '06-29 all  1 0 1 1 1 3 0 1', '06-29 area D 1 0 1 1 1 3 0 1', '06-29 unit A 1 0 1 1 1 3 0 1',
      '06-30 all  0 0 0 1 - 3 0 1', '06-30 area D 0 0 0 1 - 3 0 1', '06-30 unit A 0 0 0 1 - 3 0 1',
      '07-01 all  0 0 0 1 - 3 0 1', '07-01 area D 0 0 0 1 - 3 0 1', '07-01 unit N1 0 0 0 1 - 3 0 1',
    ]);
    expect((await units("tourism_daily_at(boundary = '2025-07-01')")).filter((line) => line.includes('unit'))).toEqual(['06-29 unit N1 1 0 1 1 1 3 0 1', '06-30 unit N1 0 0 0 1 - 3 0 1', '07-01 unit N1 0 0 0 1 - 3 0 1']);
    // On the old boundaries a hotel of N1 lies for 6 tenths in A, for 4 in B: 1.8 and 1.2 hotels, both below three, both left out.
    expect((await units("tourism_daily_at(boundary = '2025-06-30')")).filter((line) => line.startsWith('07-01'))).toEqual(['07-01 all  0 0 0 1 - 3 0 1', '07-01 area D 0 0 0 1 - 3 0 1', '07-01 unit A - - - - - 1.8 1 0', '07-01 unit B - - - - - 1.2 1 0']);
    expect(await village.lines("SELECT toStartOfMonth(day) AS month, sum(nights), sum(arrivals) FROM tourism_daily WHERE place_kind = 'all' AND facility_kind = '' GROUP BY month ORDER BY month")).toEqual(['2025-06-01 2 1', '2025-07-01 1 0']);
  });

  it('leave out who travels for no tourism, who lives in the commune, and houses that are not for tourists; Tết is counted like any day', async () => {
    await village.begin(...hotels, { id: 'r1', kind: 'rental-house', tourism: false, unit: 'N1' });
    await village.stays(
      // New year's eve 2026 is 16 February; a family over three nights, one of them from Korea.
      guest('tet-1', '2026-02-15 14:00', '2026-02-18 10:00', { reason: 'family-visit' }), guest('tet-2', '2026-02-16 14:00', '2026-02-18 10:00', { nationality: 'KOR', reason: 'visit', province: '' }),
      guest('worker', '2026-02-16 14:00', '2026-02-18 10:00', { reason: 'work' }), guest('neighbour', '2026-02-16 14:00', '2026-02-17 10:00', { ward: '25357' }),
      guest('tenant', '2026-02-16 14:00', '2026-02-17 10:00', { facility: 'r1', tourism: false }), guest('noon', '2026-02-17 11:00', '2026-02-17 15:00', { facility: 'h2', nationality: 'CHN' }),
    );
    await village.asOf('2026-02-25 12:00');
    expect(await all('2026-02-15', '2026-02-18')).toEqual(['02-15 1 0 1 1 1', '02-16 1 0 1 2 2', '02-17 0 1 1 2 -', '02-18 0 0 0 0 -']);
    expect(await village.lines("SELECT substring(toString(day), 6), international_arrivals, international_nights FROM tourism_daily WHERE place_kind = 'all' AND facility_kind = 'hotel' AND day BETWEEN '2026-02-15' AND '2026-02-17' ORDER BY day")).toEqual(['02-15 0 0', '02-16 1 1', '02-17 1 1']);
    // All guests of 16 February: two tourists, the worker, the neighbour, the tenant.
    expect(await village.lines("SELECT sum(nights), sum(t_nights) FROM facility_figures WHERE day = '2026-02-16'")).toEqual(['5 2']);
    expect(await village.lines("SELECT dimension, value, arrivals, overnight_arrivals, nights, day_guests FROM tourism_origin WHERE place_kind = 'all' AND day = '2026-02-17' ORDER BY dimension, value")).toEqual([
      'nationality CHN 1 0 0 1', 'nationality KOR 0 0 1 0', 'nationality VNM 0 0 1 0', 'province  0 0 1 0', 'province 701 1 0 1 1', 'purpose family-visit 0 0 1 0', 'purpose tourism 1 0 0 1', 'purpose visit 0 0 1 0',
    ]);
  });

  it('leave out cells of one or two facilities, and the smallest other one when such a cell stands alone', async () => {
    // Three hotels in A, four motels in B, one guest house in C; D has all eight.
    await village.begin(...hotels.slice(0, 1), { id: 'h2', unit: 'A' }, { id: 'h3', unit: 'A' }, ...['m1', 'm2', 'm3', 'm4'].map((id) => ({ id, kind: 'motel', unit: 'B' })), { id: 'g1', kind: 'guest-house', unit: 'C' });
    await village.stays(guest('1', '2025-06-10 14:00', '2025-06-11 10:00'), guest('2', '2025-06-10 14:00', '2025-06-11 10:00', { facility: 'm1' }), guest('3', '2025-06-10 14:00', '2025-06-11 10:00', { facility: 'g1', nationality: 'KOR' }));
    await village.asOf('2025-06-12 12:00');
    const shown = (view: string, figure: string) => village.lines(`SELECT place_kind, place, facility_kind, ${figure}, facilities, suppressed FROM ${view} WHERE day = '2025-06-10' ORDER BY place_kind, place, facility_kind`);
    const expected = ['all   3 8 0', 'all  guest-house - 1 1', 'all  hotel - 3 1', 'all  motel 1 4 0', 'area D  3 8 0', 'unit A  - 3 1', 'unit B  1 4 0', 'unit C  - 1 1'];
    expect(await shown('tourism_daily', 'nights')).toEqual(expected);
    expect(await shown('occupancy', 'beds_used')).toEqual(expected);
    expect(await village.lines("SELECT place_kind, place, value, nights FROM tourism_origin WHERE day = '2025-06-10' AND dimension = 'nationality' ORDER BY place_kind, place, value")).toEqual(['all  KOR 1', 'all  VNM 2', 'area D KOR 1', 'area D VNM 2', 'unit B VNM 1']);
    // A second guest house: two cells of kinds are open to nobody, none more; two facilities in C are still too few.
    await village.tell(village.at('2025-06-12 13:00', () => village.build.facilityChanged({ id: 'x1', kind: 'villa', name: 'Mẫu', unit: 'C', model: 9, tourism: true, rooms: 3, beds: 6, stars: 0, remote: false, lat: 0, lon: 0, validFrom: '2025-01-01' })));
    expect(await shown('tourism_daily', 'nights')).toEqual(['all   3 9 0', 'all  guest-house - 1 1', 'all  hotel 1 3 0', 'all  motel 1 4 0', 'all  villa - 1 1', 'area D  3 9 0', 'unit A  - 3 1', 'unit B  1 4 0', 'unit C  - 2 1']);
  });

  it('of rooms and beds go by the capacity of the night, against who reports and against all', async () => {
    // h1 has 10 rooms and 20 beds, from 11 June 4 and 8; h2 10 and 20, heard last on 2 June; h3 does not say how many.
    await village.begin({ id: 'h1', unit: 'A' }, { id: 'h1', unit: 'A', rooms: 4, beds: 8, from: '2025-06-11' }, { id: 'h2', unit: 'A' }, { id: 'h3', unit: 'A', rooms: 0, beds: 0 });
    await village.tell(village.at('2025-06-02 20:00', () => village.build.facilityDayReported({ facility: 'h2', day: '2025-06-02' })));
    await village.stays(
      ...['101', '102', '103', '104', '105'].map((room) => guest(room, '2025-06-10 14:00', '2025-06-12 10:00', { room })), guest('101-b', '2025-06-10 15:00', '2025-06-12 10:00', { room: '101' }), guest('no-room', '2025-06-10 16:00', '2025-06-11 10:00'),
      guest('x', '2025-06-10 16:00', '2025-06-11 10:00', { facility: 'h3', room: 'x' }), guest('y', '2025-06-01 16:00', '2025-06-11 10:00', { facility: 'h2', room: 'y', recorded: '2025-06-01 17:00' }),
      // Works there: counts for rooms and beds, not for tourism.
      guest('work', '2025-06-10 16:00', '2025-06-11 10:00', { reason: 'work', room: '106' }),
    );
    await village.asOf('2025-06-20 12:00');
    const used = (day: string) => village.lines(`SELECT rooms_used, rooms_reporting, rooms_all, beds_used, beds_reporting, beds_all, room_occupancy_reporting, room_occupancy_all, bed_occupancy_reporting, bed_occupancy_all, guests_without_room, over_capacity, facilities, reporting
      FROM occupancy WHERE place_kind = 'all' AND facility_kind = '' AND day = '${day}'`);
    // 10 June: h1 six rooms and eight guests, h2 one and one, h3 one and one. h2 was heard on 2 June, eight days before; h1 and h3 report.
    // Rooms 6/10 of who reports and says how many, 7/20 of all; beds 8/20 and 9/40.
    expect(await used('2025-06-10')).toEqual(['8 10 20 10 20 40 60 35 40 22.5 1 0 3 2']);
    // 11 June: five rooms and six guests at h1, which has four rooms now: over its capacity.
    expect(await used('2025-06-11')).toEqual(['5 4 14 6 8 28 125 35.714 75 21.429 0 1 3 2']);
    // 8 June: h2 is heard for the sixth day after; one room of ten.
    expect(await used('2025-06-08')).toEqual(['1 10 20 1 20 40 10 5 5 2.5 0 0 3 1']);
    expect(await village.lines("SELECT facilities, heard FROM tourism_daily WHERE place_kind = 'all' AND facility_kind = '' AND day IN ('2025-06-02', '2025-06-03', '2025-06-10') ORDER BY day")).toEqual(['3 1', '3 0', '3 2']);
  });

  it('count facilities in force alone, and guests of one that had closed all the same', async () => {
    await village.begin(...['h1', 'h2', 'h3', 'h4'].map((id) => ({ id, unit: 'A', from: '2025-06-05' })));
    await village.stays(guest('before', '2025-06-04 14:00', '2025-06-05 10:00'), guest('after', '2025-06-09 14:00', '2025-06-10 10:00', { facility: 'h4' }));
    await village.tell(village.at('2025-06-09 16:00', () => village.build.facilityClosed({ id: 'h4', on: '2025-06-09' })));
    await village.asOf('2025-06-12 12:00');
    expect(await village.lines("SELECT day, facilities, nights FROM tourism_daily WHERE place_kind = 'all' AND facility_kind = '' AND day IN ('2025-06-04', '2025-06-05', '2025-06-08', '2025-06-09') ORDER BY day")).toEqual(['2025-06-04 0 1', '2025-06-05 4 0', '2025-06-08 4 0', '2025-06-09 3 1']);
  });

  it('of old days are told anew by what is cancelled, amended or comes late', async () => {
    await village.begin(...hotels);
    await village.stays(guest('a', '2025-06-10 14:00', '2025-06-12 10:00', { nationality: 'KOR' }), guest('b', '2025-06-10 14:00', '2025-06-11 10:00'));
    await village.asOf('2025-06-20 12:00');
    const told = () => village.lines("SELECT substring(toString(day), 6), arrivals, nights, international_nights FROM tourism_daily WHERE place_kind = 'all' AND facility_kind = '' AND day BETWEEN '2025-06-09' AND '2025-06-11' ORDER BY day");
    expect(await told()).toEqual(['06-10 2 2 1', '06-11 0 1 1']);
    // b is cancelled; a was Vietnamese and arrived a day earlier; c comes nine days late.
    await village.tell(village.at('2025-06-20 13:00', () => village.build.cancelled({ facility: 'h1', ref: 'b' })));
    await village.stays(guest('a', '2025-06-09 14:00', '2025-06-12 10:00', { recorded: '2025-06-20 14:00' }), guest('c', '2025-06-11 14:00', '2025-06-11 18:00', { recorded: '2025-06-20 15:00', facility: 'h2' }));
    expect(await told()).toEqual(['06-09 1 1 0', '06-10 0 1 0', '06-11 1 1 0']);
  });
});
