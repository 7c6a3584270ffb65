import type { PopulationTruth, Truth } from '@da06/simulator';
import type { Warehouse } from '@da06/warehouse';
import { differences } from './differences.ts';
import { expectedEvents, expectedRecordEvents, type EventCount } from './expected-events.ts';
import { expectedFacilities, expectedVersions, type FacilityRow } from './expected-facilities.ts';
import { expectedBatches, expectedHealth, expectedNotices, expectedRegisterBatches, type BatchRow, type HealthRow, type NoticeRow, type RegisterBatchRow } from './expected-feeds.ts';
import { expectedNights, type NightRow } from './expected-nights.ts';
import { expectedLinks, linksOfRecords, personsOf } from './expected-persons.ts';
import { expectedStays, type StayRow } from './expected-stays.ts';
import { checkIncidents } from './incidents/check-incidents.ts';
import { dayNumber, dayText, midnight } from './local-time.ts';
import { newestReceipt } from './newest-receipt.ts';
import { checkPeople } from './population/check-people.ts';
import { factsOf, type Fact as Published } from './population/facts.ts';
import { factsOfTruth } from './population/truth-facts.ts';
import { checkProgramme } from './programme/check-programme.ts';
import type { Fact } from './programme/facts.ts';
import { createPseudonyms } from './pseudonyms.ts';
import { checkAlerts } from './security/check-alerts.ts';
import { expectedSecurityEvents } from './security/expected-security-events.ts';
import type { WatchFacts } from './security/facts.ts';
import { checkTourism } from './tourism/check-tourism.ts';
import type { TourismFacts } from './tourism/facts.ts';
import { tourismOfTruth, truthBefore } from './tourism/truth-tourism.ts';

/** What was sent: a district's stays, when its facilities were registered, what happened in its programme, what its registers were told of its people, the units and definitions that were published, and who was watched for. */
export type Sent = { readonly truth: Truth; readonly openedAt: number; readonly programme: readonly Fact[]; readonly population: PopulationTruth; readonly published: readonly Published[]; readonly watch: WatchFacts };

/** What came of holding every view against the truth. */
export type Checked = { readonly rows: Readonly<Record<string, number>>; readonly differences: readonly string[] };

/** Numbers and texts as they are, moments as Unix milliseconds. */
const moments = (names: readonly string[]): string => names.map((name) => `toUnixTimestamp64Milli(${name}) AS ${name}`).join(', ');
const exactly = 'SETTINGS output_format_json_quote_64bit_integers = 0';

/**
 * Compares each view that there is, row by row, with what plain functions make of what was sent. Nothing here reads a table of ours.
 */
export const checkViews = async ({ truth, openedAt, programme, population, published, watch }: Sent, { query }: Pick<Warehouse, 'query'>): Promise<Checked> => {
  const linked = { links: [...truth.links, ...linksOfRecords(population)] };
  const personOf = personsOf(linked);
  const asOf = newestReceipt({ truth, openedAt, programme, population });
  const persons = createPseudonyms();
  const rows: Record<string, number> = {};
  const found: string[] = [];
  const hold = (view: string, expected: readonly object[], actual: readonly object[]): void => {
    rows[view] = actual.length;
    found.push(...differences(view, expected, actual));
  };

  const stays = expectedStays(truth, personOf);
  const byRef = new Map(stays.map((row) => [`${row.facility_id}/${row.ref}`, row]));
  const actualStays = await query<StayRow & { readonly registration_number: string; readonly event_id: string }>(
    `SELECT facility_id, facility_kind, ref, person_key, unit_uid, nationality, sex, birth_year, home_province, reason, ${moments(['arrived_at', 'expected_departure_at', 'departed_at', 'notified_at', 'recorded_at', 'due_at'])},
      status, late, synced_late, registration_number, toString(event_id) AS event_id FROM da06.stays ${exactly}`,
  );
  for (const { facility_id, ref, person_key } of actualStays) {
    const expected = byRef.get(`${facility_id}/${ref}`);
    if (expected !== undefined) persons.learn(person_key, expected.person_key);
  }
  hold('stays', stays, actualStays.map(({ registration_number: _, event_id: __, ...row }) => ({ ...row, person_key: persons.personOf(row.person_key) })));
  for (const name of ['registration_number', 'event_id'] as const) if (new Set(actualStays.map((row) => row[name])).size !== actualStays.length) found.push(`stays: a ${name} stands twice`);

  const actualNights = await query<NightRow>(`SELECT * FROM da06.stay_nights ${exactly}`);
  const nights = expectedNights(truth, personOf, asOf);
  hold('stay_nights', nights, actualNights.map((row) => ({ ...row, person_key: persons.personOf(row.person_key) })));

  const facts = { ...factsOf(published), ...factsOfTruth(population), nights: nights.map(({ night, unit_uid: unit }) => ({ night, unit })), newest: dayText(dayNumber(asOf)) };
  const people = await checkPeople(facts, { query }, persons);
  found.push(...people.differences);
  const tourismAt = (day: string): TourismFacts => {
    const before = midnight(Date.parse(day) / 86_400_000 + 1);
    const known = personsOf({ links: [...truth.links.filter(({ firstReceivedAt }) => Date.parse(firstReceivedAt) < before), ...linksOfRecords({ records: population.records.filter(({ receivedAt }) => Date.parse(receivedAt) < before) })] });
    return { ...tourismOfTruth(truthBefore(truth, before), known), units: facts.units, asOf: day };
  };
  const tourism = await checkTourism({ truth, facts: { ...tourismOfTruth(truth, personOf), units: facts.units, asOf: facts.newest }, knownAt: tourismAt, persons }, { query });
  found.push(...tourism.differences);
  const incidents = await checkIncidents({ told: truth.oversight.incidents, units: facts.units, asOf }, { query });
  found.push(...incidents.differences);
  const rules = published.filter(({ type }) => type === 'vn.da06.alert-rule.published.v1').map(({ data }) => data as Readonly<Record<string, unknown>>);
  const alerts = await checkAlerts({ truth, population, watch }, { query, rules: rules.map(({ rule }) => String(rule)) });
  found.push(...alerts.differences);

  const links = expectedLinks(linked);
  const actualLinks = await query<{ cmnd_key: string; person_key: string; ambiguous: boolean }>('SELECT cmnd_key, person_key, ambiguous FROM da06.person_links');
  // A paper that was never shown itself has a key that stands in no stay: such rows are counted, the others compared.
  const asPersons = (all: readonly { readonly person_key: string; readonly ambiguous: boolean }[]) => all.map(({ person_key, ambiguous }) => ({ person_key, ambiguous }));
  hold('person_links', asPersons(links.filter(({ ambiguous }) => !ambiguous)), asPersons(actualLinks.filter(({ ambiguous }) => !ambiguous).map((row) => ({ ...row, person_key: persons.personOf(row.person_key) }))));
  if (links.length !== actualLinks.length) found.push(`person_links: ${actualLinks.length} rows instead of ${links.length}`);

  hold('events', [...expectedEvents({ ...truth, ...linked }, [...programme, ...published]), ...expectedRecordEvents(facts, population), ...expectedSecurityEvents({ truth, population, watch })], await query<EventCount>(`SELECT facility_id, ref, type, count() AS events FROM da06.events WHERE type NOT LIKE 'vn.da06.key.%' GROUP BY ALL ${exactly}`));
  hold('feed_batches', expectedBatches(truth), await query<BatchRow>(`SELECT facility_id, ${moments(['recorded_at'])}, shape, single, received, accepted, duplicate, amended, late, rejected, codes FROM da06.feed_batches ${exactly}`));
  hold('register_batches', expectedRegisterBatches(population), await query<RegisterBatchRow>(`SELECT register, ${moments(['recorded_at'])}, single, received, accepted, duplicate, amended, rejected, codes FROM da06.register_batches ${exactly}`));
  hold('stay_notices', expectedNotices(stays), await query<NoticeRow>(`SELECT ${moments(['recorded_at'])}, facility_id, late, synced_late, delay_s FROM da06.stay_notices ${exactly}`));
  hold('feed_health', expectedHealth(truth, stays, asOf), await query<HealthRow>(`SELECT facility_id, ${moments(['last_received_at'])}, received_7d, rejected_7d, late_share, delay_p50_s, delay_p90_s, silent_days FROM da06.feed_health ${exactly}`));
  const versions = expectedVersions(truth);
  hold('facility_versions', versions, await query<FacilityRow>(`SELECT * FROM da06.facility_versions ${exactly}`));
  hold('facilities', expectedFacilities(versions, dayText(dayNumber(asOf))), await query<FacilityRow>(`SELECT * FROM da06.facilities ${exactly}`));
  hold('as_of', [{ as_of: asOf }], await query<{ as_of: number }>(`SELECT ${moments(['as_of'])} FROM da06.as_of ${exactly}`));
  const holidays = published.filter(({ type }) => type === 'vn.da06.holiday.published.v1').map(({ data }) => data as Readonly<Record<string, unknown>>);
  hold('holidays', holidays.map(({ dayOff, from, to, ...told }) => ({ ...told, day_off: dayOff, from_day: from, to_day: to })), await query<object>(`SELECT * FROM da06.holidays ${exactly}`));
  const asked = (question: unknown) => question as { readonly vi: string; readonly en: string };
  hold('alert_rules', rules.map(({ question, windowDays, ...told }) => ({ ...told, question_vi: asked(question).vi, question_en: asked(question).en, window_days: windowDays })), await query<object>(`SELECT * FROM da06.alert_rules ${exactly}`));
  hold('dead_letters', [], await query<object>('SELECT id FROM da06.dead_letters'));
  hold('released_statistics', [], await query<object>('SELECT statistic, as_of, code FROM da06.released_statistics'));
  const { rows: programmeRows, differences: programmeDifferences } = await checkProgramme(programme, { newest: asOf }, { query });
  found.push(...programmeDifferences);
  found.push(...persons.broken.map((text) => `person_key: ${text}`));
  return { rows: { ...rows, ...people.rows, ...tourism.rows, ...incidents.rows, ...alerts.rows, ...programmeRows }, differences: found };
};
