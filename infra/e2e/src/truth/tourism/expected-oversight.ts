import type { Truth, TruthBusiness } from '@da06/simulator';
import { day as dayMs, dayNumber, dayText } from '../local-time.ts';
import { groupedBy } from './grouped.ts';
import { inspectionsOf, outagesOf, tripsOf } from './last-words.ts';

type Told = Pick<Truth, 'facilities' | 'oversight'>;

const dayOf = (moment: string): string => dayText(dayNumber(Date.parse(moment)));

/** The version of a facility on a day, or its first one. */
const versionOn = ({ facilities }: Pick<Truth, 'facilities'>, id: string, day: string): { readonly unit: string; readonly kind: string } => {
  const versions = facilities.find((facility) => facility.id === id)?.versions ?? [];
  const { unit = '', kind = '' } = versions.findLast(({ validFrom }) => validFrom <= day) ?? versions[0] ?? {};
  return { unit, kind };
};

type TripRow = {
  readonly facility_id: string; readonly ref: string; readonly unit_uid: string; readonly day: string; readonly departs_at: number; readonly arrives_at: number; readonly from_place: string; readonly to_place: string; readonly passengers: number;
  readonly plate_key: string; readonly status: string; readonly recorded_at: number;
};

/** Rows of the view `coach_trips`, without numbers and event ids; plates in clear. */
export const expectedTrips = (told: Told): TripRow[] =>
  tripsOf(told.oversight).map(({ facility, ref, from, to, departsAt, arrivesAt, passengers, plate, cancelled, firstAt }) => ({
    facility_id: facility, ref, unit_uid: versionOn(told, facility, dayOf(departsAt)).unit, day: dayOf(departsAt), departs_at: Date.parse(departsAt), arrives_at: Date.parse(arrivesAt), from_place: from, to_place: to, passengers, plate_key: plate,
    status: cancelled ? 'cancelled' : 'reported', recorded_at: Date.parse(firstAt),
  }));

/** Rows of the view `coach_daily`. */
export const expectedCoachDays = (told: Told, today: string): object[] => {
  const trips = tripsOf(told.oversight).filter(({ cancelled, departsAt }) => !cancelled && dayOf(departsAt) <= today);
  return [...groupedBy(trips, ({ facility, departsAt }) => `${dayOf(departsAt)} ${facility}`)].map(([key, own]) => {
    const [day = '', facility = ''] = key.split(' ');
    return { day, facility_id: facility, unit_uid: versionOn(told, facility, day).unit, trips: own.length, passengers: own.reduce((sum, { passengers }) => sum + passengers, 0) };
  });
};

const bucketOf = (unreported: number): string => (unreported === 0 ? '0' : unreported <= 3 ? '1-3' : unreported <= 8 ? '4-8' : '9+');

/** Rows of the view `inspections`, without event ids. */
export const expectedInspections = (told: Told): object[] =>
  inspectionsOf(told.oversight).map(({ facility, ref, on, by, guestsFound, unreported, firstAt }) => {
    const { unit, kind } = versionOn(told, facility, on);
    return { facility_id: facility, ref, facility_kind: kind, unit_uid: unit, day: on, inspected_by: by, guests_found: guestsFound, unreported, bucket: bucketOf(unreported), recorded_at: Date.parse(firstAt) };
  });

const never = Date.parse('2299-12-31T00:00:00.000Z');

/** Rows of the view `outages`, without event ids. */
export const expectedOutages = ({ oversight }: Pick<Truth, 'oversight'>): object[] =>
  outagesOf(oversight).map(({ ref, scope, target, from, until, cause, firstAt }) => ({ ref, scope, target, from_at: Date.parse(from), until_at: until === null ? never : Date.parse(until), cause, recorded_at: Date.parse(firstAt) }));

type BusinessRow = { readonly business_id: string; readonly valid_from: string; readonly valid_to: string; readonly kind: string; readonly unit_uid: string; readonly readers: number; readonly readers_since: string; readonly closed_on: string };

/** Rows of the view `business_versions`: of each first day of validity what was told last. */
export const expectedBusinessVersions = ({ oversight: { businesses } }: Pick<Truth, 'oversight'>): BusinessRow[] =>
  [...groupedBy(businesses, ({ id }) => id).values()].flatMap((own) => {
    const versions = [...new Map(own.map((one) => [one.validFrom, one])).values()].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    return versions.map((version, index) => rowOf(version, versions[index + 1]));
  });

const rowOf = ({ id, kind, unit, readers, readersSince, validFrom, closedOn }: TruthBusiness, next: TruthBusiness | undefined): BusinessRow => ({
  business_id: id, valid_from: validFrom, valid_to: next === undefined ? '2149-06-06' : dayText(Date.parse(next.validFrom) / dayMs - 1), kind, unit_uid: unit, readers, readers_since: readersSince ?? '1970-01-01', closed_on: closedOn ?? '1970-01-01',
});

/** Rows of the view `businesses`: the version of the as-of day, or the first one where that is still to come. */
export const expectedBusinesses = (versions: readonly BusinessRow[], today: string): BusinessRow[] =>
  [...groupedBy(versions, ({ business_id }) => business_id).values()].flatMap((own) => own.findLast(({ valid_from }) => valid_from <= today) ?? own.slice(0, 1));

/** Rows of the view `reader_coverage`. */
export const expectedCoverage = (versions: readonly BusinessRow[], today: string): object[] => {
  const open = versions.filter(({ valid_from, valid_to, closed_on }) => valid_from <= today && today <= valid_to && (closed_on === '1970-01-01' || today < closed_on));
  return [...groupedBy(open, ({ unit_uid, kind }) => `${unit_uid} ${kind}`)].map(([key, own]) => {
    const [unit_uid, kind] = key.split(' ');
    const equipped = own.filter(({ readers, readers_since }) => readers > 0 && readers_since <= today);
    return { unit_uid, kind, businesses: own.length, with_reader: equipped.length, readers: equipped.reduce((sum, { readers }) => sum + readers, 0), coverage: (100 * equipped.length) / own.length };
  });
};
