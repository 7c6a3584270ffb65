import type { Truth } from '@da06/simulator';
import type { Warehouse } from '@da06/warehouse';
import { differences } from '../differences.ts';
import { dayText } from '../local-time.ts';
import { comparable } from '../population/comparable.ts';
import { createPseudonyms, type Pseudonyms } from '../pseudonyms.ts';
import { expectedCompliance, expectedDelays } from './expected-compliance.ts';
import { expectedConflicts, expectedFacilityDays, expectedFigures, expectedHeard } from './expected-figures.ts';
import { expectedHousing } from './expected-housing.ts';
import { closedDays, expectedMonths, expectedRegistrations, lastClosed } from './expected-months.ts';
import { expectedOccupancy } from './expected-occupancy.ts';
import { expectedBusinesses, expectedBusinessVersions, expectedCoachDays, expectedCoverage, expectedInspections, expectedOutages, expectedTrips } from './expected-oversight.ts';
import { expectedRevisions } from './expected-revisions.ts';
import { expectedOrigin, expectedTourism } from './expected-tourism.ts';
import { facilityDays, type FacilityDay } from './facility-days.ts';
import type { KnownAt, TourismFacts } from './facts.ts';

/** What each daily view must hold on the units of each day ('') or of a boundary. */
const dailies: Readonly<Record<string, (facts: TourismFacts, days: readonly FacilityDay[], boundary: string) => readonly object[]>> = {
  tourism_daily: expectedTourism,
  tourism_origin: expectedOrigin,
  occupancy: expectedOccupancy,
  compliance_daily: expectedCompliance,
};

/** The units of each day itself, and those before and after the reform. */
const boundaries = ['', '2025-06-30', '2025-07-01'] as const;

/** What a view must hold, which of its columns are compared, and how its rows name what is keyed. */
type Held = { readonly view: string; readonly from?: string; readonly expected: readonly object[]; readonly columns?: string; readonly named?: (row: Readonly<Record<string, unknown>>) => object };

const moments = (...names: readonly string[]): string => names.map((name) => `toUnixTimestamp64Milli(${name}) AS ${name}`).join(', ');
/** Two lists side by side in the order of the first. */
const inOrder = (first: string, second: string): string => [first, second].map((name, index) => `arrayMap(pair -> pair.${index + 1}, arraySort(arrayZip(conflict_nights.${first}, conflict_nights.${second}))) AS ${name}`).join(', ');

type Found = { readonly rows: Record<string, number>; readonly differences: string[] };

const holdAll = async (held: readonly Held[], { query }: Pick<Warehouse, 'query'>): Promise<Found> => {
  const rows: Record<string, number> = {};
  const found: string[] = [];
  for (const { view, from = view, expected, columns = '*', named = (row: object) => row } of held) {
    const actual = await query<Record<string, unknown>>(`SELECT ${columns} FROM da06.${from} SETTINGS output_format_json_quote_64bit_integers = 0, output_format_json_quote_denormals = 0`);
    rows[view] = actual.length;
    found.push(...differences(from, expected.map(comparable), actual.map((row) => comparable(named(row)))));
  }
  return { rows, differences: found };
};

/** Holds every row of the daily views, and of what they are built of, against what plain functions make of the facts; `persons` know who keys stand for. */
export const checkDays = async (facts: TourismFacts, persons: Pseudonyms, warehouse: Pick<Warehouse, 'query'>): Promise<Found> => {
  const days = facilityDays(facts);
  return holdAll([
    ...Object.entries(dailies).flatMap(([view, expected]) => [
      { view, expected: expected(facts, days, '') },
      ...boundaries.map((boundary) => ({ view, from: `${view}_at(boundary = '${boundary}')`, expected: expected(facts, days, boundary) })),
    ]),
    { view: 'compliance_delays', expected: expectedDelays(days) },
    { view: 'facility_figures', expected: expectedFigures(facts, days) },
    { view: 'facilities_heard', expected: expectedHeard(days) },
    { view: 'facility_days', expected: expectedFacilityDays(days) },
    { view: 'housing_nights', expected: expectedHousing(facts, days) },
    { view: 'conflict_nights', expected: expectedConflicts(facts), columns: `night, person_key, ${inOrder('facilities', 'refs')}`, named: (row) => ({ ...row, person_key: persons.personOf(String(row['person_key'])) }) },
  ], warehouse);
};

/** How many days around the end of each month are asked about. */
const around = [-1, 0, 1, 2, 5, 20] as const;

/** Local days from the first of the facts to their newest at whose ends what was known of closed months is asked: around each month's end, and the newest. */
const daysAsked = (first: string, newest: string): string[] => {
  const days = new Set([newest]);
  for (let end = lastClosed(newest); end >= first; end = lastClosed(dayText(Date.parse(end) / 86_400_000 - 1))) {
    for (const more of around) days.add(dayText(Date.parse(end) / 86_400_000 + more));
  }
  return [...days].filter((day) => day >= first && day <= newest).sort();
};

/** Events that a revision names and that do not explain it: none of that id, type and day, or of another facility. */
const unexplained = `
SELECT r.known_on AS known_on, r.facility_id AS facility_id, r.ref AS ref FROM (SELECT known_on, facility_id, ref, arrayJoin(if(empty(events), [(toUUID('00000000-0000-0000-0000-000000000000'), '')], arrayZip(events, types))) AS told FROM da06.tourism_revisions) AS r
LEFT JOIN da06.events AS e ON e.event_id = r.told.1
WHERE e.type != r.told.2 OR toDate(e.recorded_at) != r.known_on OR NOT (e.facility_id = r.facility_id OR e.type = 'vn.da06.person.linked.v1')`;

/** Holds closed months, as they were known at the ends of days and as they are known now, and every revision of them, against what the facts were then. */
export const checkMonths = async (knownAt: KnownAt, { first, newest }: { readonly first: string; readonly newest: string }, warehouse: Pick<Warehouse, 'query'>): Promise<Found> => {
  const now = knownAt(newest);
  const asked = daysAsked(first, newest).flatMap((day) => {
    const facts = knownAt(day);
    const days = closedDays(facts);
    return (day === newest ? boundaries : ['']).flatMap((boundary) => [
      { view: 'tourism_months', from: `tourism_months_at(known_at = '${day}', boundary = '${boundary}')`, expected: expectedMonths(facts, days, boundary) },
      { view: 'compliance_months', from: `compliance_months_at(known_at = '${day}', boundary = '${boundary}')`, expected: expectedRegistrations(facts, days, boundary) },
    ]);
  });
  const closed = closedDays(now);
  const every = Array.from({ length: Math.round((Date.parse(newest) - Date.parse(first)) / 86_400_000) + 1 }, (_, index) => dayText(Date.parse(first) / 86_400_000 + index));
  const found = await holdAll([
    ...asked,
    { view: 'tourism_months', expected: expectedMonths(now, closed, '') },
    { view: 'compliance_months', expected: expectedRegistrations(now, closed, '') },
    { view: 'tourism_revisions', expected: expectedRevisions(knownAt, every), columns: '* EXCEPT (events, types)' },
  ], warehouse);
  const wrong = await warehouse.query<object>(unexplained);
  return { ...found, differences: [...found.differences, ...wrong.map((row) => `tourism_revisions: not explained ${JSON.stringify(row)}`)] };
};

/** Holds every row of the views of tourism and compliance, and of what is told beside stays, against what plain functions make of what was sent. */
export const checkTourism = async ({ truth, facts, knownAt, persons }: { readonly truth: Truth; readonly facts: TourismFacts; readonly knownAt: KnownAt; readonly persons: Pseudonyms }, warehouse: Pick<Warehouse, 'query'>): Promise<Found> => {
  const plates = createPseudonyms();
  const versions = expectedBusinessVersions(truth);
  const trips = expectedTrips(truth);
  await learnPlates(trips, plates, warehouse);
  const daily = await checkDays(facts, persons, warehouse);
  const months = await checkMonths(knownAt, { first: truth.options.from, newest: facts.asOf }, warehouse);
  const beside = await holdAll([
    { view: 'coach_trips', expected: trips, columns: `* EXCEPT (registration_number, event_id) REPLACE (${moments('departs_at', 'arrives_at', 'recorded_at')})`, named: (row) => ({ ...row, plate_key: plates.personOf(String(row['plate_key'])) }) },
    { view: 'coach_daily', expected: expectedCoachDays(truth, facts.asOf) },
    { view: 'inspections', expected: expectedInspections(truth), columns: `* EXCEPT event_id REPLACE (${moments('recorded_at')})` },
    { view: 'outages', expected: expectedOutages(truth), columns: `* EXCEPT event_id REPLACE (${moments('from_at', 'until_at', 'recorded_at')})` },
    { view: 'business_versions', expected: versions },
    { view: 'businesses', expected: expectedBusinesses(versions, facts.asOf) },
    { view: 'reader_coverage', expected: expectedCoverage(versions, facts.asOf) },
  ], warehouse);
  return { rows: { ...daily.rows, ...months.rows, ...beside.rows }, differences: [...daily.differences, ...months.differences, ...beside.differences, ...plates.broken.map((text) => `plate_key: ${text}`)] };
};

/** Plates are keyed hashes, each of one plate. */
const learnPlates = async (trips: readonly { readonly facility_id: string; readonly ref: string; readonly plate_key: string }[], plates: Pseudonyms, { query }: Pick<Warehouse, 'query'>): Promise<void> => {
  const plateOf = new Map(trips.map(({ facility_id, ref, plate_key }) => [`${facility_id}/${ref}`, plate_key]));
  for (const { facility_id, ref, plate_key } of await query<{ facility_id: string; ref: string; plate_key: string }>('SELECT facility_id, ref, plate_key FROM da06.coach_trips')) {
    const plate = plateOf.get(`${facility_id}/${ref}`);
    if (plate !== undefined) plates.learn(plate_key, plate);
  }
};
