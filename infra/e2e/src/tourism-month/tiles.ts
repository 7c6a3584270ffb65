import type { Warehouse } from '@da06/warehouse';
import type { Happened, Month } from './what-happened.ts';

/** A tile: what it shows, and why. */
export type Tile = { readonly tile: string; readonly shown: string; readonly because: string };

/** Whom the scenario keeps from sending, and the feast in its midst. */
type Plot = { readonly month: Month; readonly feast: Month; readonly hotel: string; readonly outage: Month; readonly motel: string; readonly silence: Month };

const one = (value: number | null | undefined): string => (value === null || value === undefined || Number.isNaN(value) ? '–' : String(Math.round(value * 10) / 10));
const between = ({ from, to }: Month): string => `day BETWEEN '${from}' AND '${to}'`;
const whole = "place_kind = 'all' AND facility_kind = ''";

type Deps = Pick<Warehouse, 'query'> & { readonly plot: Plot; readonly happened: Happened };

/** Asks the views what a wall would, and tells of each figure what made it. */
export const tilesOf = async (deps: Deps): Promise<Tile[]> => [...(await guestTiles(deps)), ...(await roomTiles(deps)), ...(await dutyTiles(deps)), ...(await besideTiles(deps))];

const settings = 'SETTINGS output_format_json_quote_64bit_integers = 0, output_format_json_quote_denormals = 0';

const asker = ({ query }: Pick<Warehouse, 'query'>) => ({
  row: async (sql: string): Promise<Record<string, number>> => (await query<Record<string, number>>(`${sql} ${settings}`))[0] ?? {},
  rows: async (sql: string): Promise<readonly Record<string, string | number>[]> => query(`${sql} ${settings}`),
});

const guestTiles = async ({ query, plot: { month, feast } }: Deps): Promise<Tile[]> => {
  const ask = asker({ query });
  const sum = await ask.row(`SELECT sum(v.arrivals) AS arrivals, sum(v.overnight_arrivals) AS overnight, sum(v.day_guests) AS day_guests, sum(v.nights) AS nights, sum(v.nights) / sum(v.overnight_arrivals) AS stay, sum(v.international_arrivals) AS abroad FROM da06.tourism_daily AS v WHERE ${between(month)} AND ${whole}`);
  const kinds = await ask.rows(`SELECT facility_kind, sum(v.day_guests) AS guests FROM da06.tourism_daily AS v WHERE ${between(month)} AND place_kind = 'all' AND facility_kind != '' GROUP BY facility_kind ORDER BY guests DESC`);
  const weekdays = await ask.rows(`SELECT toDayOfWeek(day) AS weekday, avg(v.overnight_arrivals) AS guests FROM da06.tourism_daily AS v WHERE ${between(month)} AND NOT ${between(feast)} AND day != '2026-04-26' AND ${whole} GROUP BY weekday ORDER BY weekday`);
  const feastDays = await ask.rows(`SELECT day, overnight_arrivals AS guests FROM da06.tourism_daily AS v WHERE ${between({ from: '2026-04-29', to: feast.to })} AND ${whole} ORDER BY day`);
  const origin = async (dimension: string): Promise<string> => (await ask.rows(`SELECT value, sum(v.arrivals) AS guests FROM da06.tourism_origin AS v WHERE ${between(month)} AND place_kind = 'all' AND dimension = '${dimension}' GROUP BY value ORDER BY guests DESC, value LIMIT 4`)).map(({ value, guests }) => `${value === '' ? '(none)' : String(value)} ${one(Number(guests))}`).join(', ');
  const hidden = await ask.rows(`SELECT place_kind, place, facility_kind, count() AS days, any(v.facilities) AS held FROM da06.tourism_daily AS v WHERE ${between(month)} AND suppressed = 1 GROUP BY place_kind, place, facility_kind ORDER BY place_kind, place, facility_kind`);
  const former = await ask.rows(`SELECT place_kind, place, facility_kind, count() AS days, any(v.facilities) AS held FROM da06.tourism_daily_at(boundary = '2025-06-30') AS v WHERE ${between(month)} AND suppressed = 1 GROUP BY place_kind, place, facility_kind ORDER BY place_kind, place, facility_kind`);
  const months = await ask.rows(`SELECT toYYYYMM(day) AS month, sum(v.overnight_arrivals) AS guests, sum(v.nights) AS nights FROM da06.tourism_daily AS v WHERE ${whole} GROUP BY month ORDER BY month`);
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  return [
    { tile: 'Arrivals', shown: `${one(sum['arrivals'])} = ${one(sum['overnight'])} overnight + ${one(sum['day_guests'])} day guests`, because: `guests by the hour: day guests by kind are ${kinds.map(({ facility_kind, guests }) => `${String(facility_kind)} ${one(Number(guests))}`).join(', ')}` },
    { tile: 'Nights, average stay', shown: `${one(sum['nights'])} nights, ${one(sum['stay'])} a guest`, because: 'local midnights crossed by tourists; day guests have none and do not lower the average' },
    { tile: 'International', shown: `${one(sum['abroad'])} of ${one(sum['arrivals'])}`, because: `nationality other than VNM: ${await origin('nationality')}` },
    { tile: 'Home province, purpose', shown: await origin('province'), because: `(none) = lives abroad; purposes: ${await origin('purpose')}; work, commerce and the rest are guests but no tourists` },
    { tile: 'Overnight guests by weekday', shown: weekdays.map(({ weekday, guests }) => `${names[Number(weekday) - 1] ?? ''} ${one(Number(guests))}`).join(', '), because: 'leisure follows the weekend: Friday and Saturday are highest, days off left out here' },
    { tile: 'Days off 30/4–3/5', shown: feastDays.map(({ day, guests }) => `${String(day).slice(5)} ${one(Number(guests))}`).join(', '), because: 'Thursday and Friday are days off and stand above every ordinary day; the weekend after them is already the way home' },
    { tile: 'Calendar months', shown: months.map(({ month: name, guests, nights }) => `${String(name)}: ${one(Number(guests))} overnight guests, ${one(Number(nights))} nights`).join('; '), because: 'played from 2026-03-30 to 05-24; who came in April and stayed into May arrives in April and sleeps in both' },
    { tile: 'Cells left out', shown: `of today’s units ${left(hidden)}; on the boundaries of before 2025-07-01 ${left(former)}`, because: 'of one or two facilities each would know the other’s figures; a second cell goes with one that is alone' },
  ];
};

const left = (cells: readonly Record<string, string | number>[]): string => cells.map(({ place, facility_kind, held }) => `${String(place)}${String(facility_kind)} (${one(Number(held))} facilities)`).join(', ') || 'none';

const roomTiles = async ({ query, plot: { month, silence, motel }, happened }: Deps): Promise<Tile[]> => {
  const ask = asker({ query });
  const at = async (day: string) => ask.row(`SELECT rooms_used, rooms_reporting, rooms_all, room_occupancy_reporting AS reporting, room_occupancy_all AS of_all, facilities, v.reporting AS heard FROM da06.occupancy AS v WHERE day = '${day}' AND ${whole}`);
  const sum = await ask.row(`SELECT 100 * sum(v.rooms_used) / sum(v.rooms_all) AS of_all, 100 * sum(v.beds_used) / sum(v.beds_all) AS beds, sum(v.over_capacity) AS over, sum(v.guests_without_room) AS without FROM da06.occupancy AS v WHERE ${between(month)} AND ${whole}`);
  const told = (row: Record<string, number>): string => `${one(row['rooms_used'])} rooms: ${one(row['reporting'])} % of ${one(row['rooms_reporting'])} reporting, ${one(row['of_all'])} % of ${one(row['rooms_all'])}`;
  const [before, during] = [await at(silence.from), await at(silence.to)];
  return [
    { tile: 'Room occupancy', shown: `${one(sum['of_all'])} % of all rooms, beds ${one(sum['beds'])} %`, because: `${one(sum['over'])} facility-days over capacity, ${one(sum['without'])} nights without a room` },
    { tile: 'Occupancy and a silent feed', shown: `${silence.from}: ${told(before)}; ${silence.to}: ${told(during)}`, because: `${happened.named(motel)} sends nothing from ${silence.from} on: its rooms stay among all, and leave the reporting ones after seven days; ${happened.unregistered(motel, silence)} guests came to it and are in no figure` },
  ];
};

const dutyTiles = async ({ query, plot: { month, outage, hotel, silence, motel }, happened }: Deps): Promise<Tile[]> => {
  const ask = asker({ query });
  const sum = await ask.row(`SELECT sum(v.stays) AS stays, sum(v.on_time) AS on_time, sum(v.late) AS late, sum(v.synced_late) AS synced, sum(v.excused) AS excused, sum(v.qr) AS qr, sum(v.typed) AS typed, sum(v.file) AS file, sum(v.received) AS received, sum(v.rejected) AS rejected, sum(v.invalid_documents) AS invalid, sum(v.over_30) AS over_30, sum(v.conflicts) AS conflicts, sum(v.inspections) AS inspections, sum(v.unreported_1_3) AS few, sum(v.unreported_4_8) AS some, sum(v.unreported_9) AS many, avg(v.no_guests) AS empty FROM da06.compliance_daily AS v WHERE ${between(month)} AND ${whole}`);
  const silent = await ask.rows(`SELECT day, facilities, reporting, silent FROM da06.compliance_daily AS v WHERE day IN ('${silence.from}', '${silence.to}', '${month.to}') AND ${whole} ORDER BY day`);
  const quiet = await ask.rows(`SELECT facility_id FROM da06.facility_days AS v WHERE day = '${silence.to}' AND in_force = 1 AND facility_kind != 'coach' AND facility_id NOT IN (SELECT facility_id FROM da06.facilities_heard WHERE day = '${silence.to}') ORDER BY facility_id`);
  const delays = async (days: string) => ask.row(`SELECT avg(v.delay_p50_s) / 60 AS p50, avg(v.delay_p90_s) / 60 AS p90, sum(v.late) AS late, sum(v.excused) AS excused FROM da06.compliance_daily AS v WHERE ${days} AND place_kind = 'all' AND facility_kind = 'hotel'`);
  const [broken, ordinary] = [await delays(between(outage)), await delays(`${between(month)} AND NOT ${between(outage)}`)];
  const curve = await ask.rows(`SELECT bucket, sum(v.stays) AS told FROM da06.compliance_delays AS v WHERE ${between(month)} GROUP BY bucket ORDER BY toUInt32OrZero(splitByRegexp('[-+]', bucket)[1])`);
  const kinds = await ask.rows(`SELECT facility_kind, sum(v.over_30) AS nights FROM da06.compliance_daily AS v WHERE ${between(month)} AND place_kind = 'all' AND facility_kind != '' GROUP BY facility_kind HAVING nights > 0`);
  const arrived = happened.arriving(hotel, outage);
  const found = happened.inspections.filter(({ unreported }) => unreported > 0).map(({ facility, on, unreported }) => `${on.slice(5)} ${happened.named(facility)} ${unreported}`);
  return [
    { tile: 'In time, late, synced late', shown: `${one(sum['on_time'])} + ${one(sum['late'])} + ${one(sum['synced'])} of ${one(sum['stays'])} registrations; ${one(sum['excused'])} of the late ones excused`, because: `outages that were declared and touch the month: ${happened.outages.map(({ scope, target, cause, from }) => `${happened.dayOf(from).slice(5)} ${scope}${target === '' ? '' : ` ${target}`} (${cause})`).join(', ')}` },
    { tile: 'Hotels’ delay in an outage', shown: `${outage.from}–${outage.to}: median ${one(broken['p50'])} min, 90 % ${one(broken['p90'])} min, ${one(broken['late'])} late, ${one(broken['excused'])} excused; else ${one(ordinary['p50'])} and ${one(ordinary['p90'])} min`, because: `${happened.named(hotel)} could not send from Saturday morning to Monday 10:00: ${arrived.length} guests who arrived then were told of after it, within a day, so their lateness is excused` },
    { tile: 'Curve of delays', shown: curve.map(({ bucket, told }) => `${String(bucket)} h ${one(Number(told))}`).join(', '), because: 'files go out at set hours, so that many notices wait for the next one' },
    { tile: 'Facilities reporting', shown: silent.map(({ day, facilities, reporting, silent: count }) => `${String(day).slice(5)}: ${one(Number(reporting))} of ${one(Number(facilities))}, ${one(Number(count))} silent`).join('; '), because: `silent on ${silence.to.slice(5)}: ${quiet.map(({ facility_id }) => happened.named(String(facility_id))).join(', ')}; ${motel} since its seventh day without a word, the others have no guests and do not say so, or are silent too` },
    { tile: 'Days without guests', shown: `${one(sum['empty'])} facilities a day say that nobody came`, because: 'seven in ten houses report empty days, so that their silence can be read' },
    { tile: 'How papers were read', shown: `typed ${one(sum['typed'])}, QR ${one(sum['qr'])}, file ${one(sum['file'])}`, because: 'three in ten desks that send singly scan cards; files do not say how' },
    { tile: 'Received and refused', shown: `${one(sum['received'])} received, ${one(sum['rejected'])} refused, ${one(sum['invalid'])} faults of documents`, because: 'about one record in a hundred is spoilt; old papers and numbers that do not fit are faults of documents' },
    { tile: 'Over 30 days', shown: `${one(sum['over_30'])} guest-nights`, because: `tenants who should be temporary residents, at ${kinds.map(({ facility_kind, nights }) => `${String(facility_kind)} ${one(Number(nights))}`).join(', ')}` },
    { tile: 'At two facilities at once', shown: `${one(sum['conflicts'])} persons and nights`, because: 'nobody is registered twice in this district' },
    { tile: 'Inspections', shown: `${one(sum['inspections'])}: unreported 1–3 ${one(sum['few'])}, 4–8 ${one(sum['some'])}, 9+ ${one(sum['many'])}`, because: `half of them go where nothing was heard of that day: ${found.join('; ')}` },
  ];
};

const besideTiles = async ({ query, plot: { month } }: Deps): Promise<Tile[]> => {
  const ask = asker({ query });
  const trips = await ask.row(`SELECT sum(v.trips) AS trips, sum(v.passengers) AS passengers FROM da06.coach_daily AS v WHERE ${between(month)}`);
  const calledOff = await ask.row(`SELECT count() AS trips FROM da06.coach_trips AS v WHERE ${between(month)} AND status = 'cancelled'`);
  const readers = await ask.row('SELECT sum(v.businesses) AS businesses, sum(v.with_reader) AS equipped FROM da06.reader_coverage AS v');
  return [
    { tile: 'Coach trips', shown: `${one(trips['trips'])} trips, ${one(trips['passengers'])} passengers`, because: `two operators, about three trips a day each; ${one(calledOff['trips'])} called off are left out; passengers are in no other figure` },
    { tile: 'Readers', shown: `${one(readers['equipped'])} of ${one(readers['businesses'])} businesses`, because: 'some had one from the beginning, others got one in these weeks' },
  ];
};
