import { cellsOf, facilitiesOf, nameOf, sumOf, type Cell } from './cells.ts';
import type { TourismFacts } from './facts.ts';
import type { Arriving, FacilityDay } from './facility-days.ts';
import { groupedBy } from './grouped.ts';

/** How a record of a stay came to be. */
const ways = ['typed', 'qr', 'mrz', 'nfc', 'file'] as const;
type Way = (typeof ways)[number];
const isWay = (captured: string): captured is Way => ways.some((way) => way === captured);

/** Coaches tell of trips, not of stays. */
const registersStays = ({ kind }: FacilityDay): boolean => kind !== 'coach';

/** Guests with a night in the thirtieth day of their visit or later. */
const staysOn = ({ guests }: FacilityDay): number => guests.filter(({ night, day, since }) => night && day - since >= 30).length;
const hasFigures = (of: FacilityDay): boolean => of.arriving.length > 0 || staysOn(of) > 0 || of.conflicts.length > 0 || of.received > 0 || of.unreported.length > 0;

/** Rows of the view `compliance_daily`. */
export const expectedCompliance = (facts: TourismFacts, days: readonly FacilityDay[], boundary: string): object[] => {
  const name = nameOf(facts);
  return cellsOf(facts, { days: days.filter(registersStays), stands: hasFigures }, boundary).map((cell) => {
    const arriving = (isSuch: (one: Arriving) => boolean = () => true): number => sumOf(cell, (of) => of.arriving.filter(isSuch).length);
    const inspected = (least: number, most: number): number => sumOf(cell, ({ unreported }) => unreported.filter((found) => least <= found && found <= most).length);
    const facilities = facilitiesOf(cell);
    const reporting = facilitiesOf(cell, (of) => of.reporting);
    return {
      ...name(cell),
      facilities, with_account: facilitiesOf(cell, ({ withAccount }) => withAccount), reporting, silent: facilities - reporting, no_guests: facilitiesOf(cell, ({ noGuests }) => noGuests),
      stays: arriving(), on_time: arriving(({ late, syncedLate }) => !late && !syncedLate), late: arriving(({ late }) => late), synced_late: arriving(({ syncedLate }) => syncedLate), excused: arriving(({ excused }) => excused),
      ...delays(cell),
      ...Object.fromEntries(ways.map((way) => [way, arriving(({ captured }) => captured === way)])), other_captured: arriving(({ captured }) => !isWay(captured)),
      over_30: sumOf(cell, staysOn),
      conflicts: new Set(cell.parts.flatMap(({ of }) => of.conflicts)).size,
      received: sumOf(cell, ({ received }) => received), rejected: sumOf(cell, ({ rejected }) => rejected), invalid_documents: sumOf(cell, ({ invalidDocuments }) => invalidDocuments),
      inspections: inspected(0, Number.POSITIVE_INFINITY), unreported_1_3: inspected(1, 3), unreported_4_8: inspected(4, 8), unreported_9: inspected(9, Number.POSITIVE_INFINITY),
    };
  });
};

/** Of every registration of the cell's facilities, whatever their share: the value at that part of the sorted ones. */
const delays = ({ parts }: Cell): { readonly delay_p50_s: number | null; readonly delay_p90_s: number | null } => {
  const sorted = parts.flatMap(({ of }) => of.arriving.map(({ delayS }) => delayS)).sort((a, b) => a - b);
  const at = (share: number): number | null => sorted[Math.floor(sorted.length * share)] ?? null;
  return { delay_p50_s: at(0.5), delay_p90_s: at(0.9) };
};

/** Hours from the arrival to the notice, each up to the next. */
const hours = [0, 1, 2, 4, 8, 12, 24, 48] as const;

const bucketOf = (delayS: number): string => {
  const index = Math.max(0, hours.findLastIndex((from) => delayS >= from * 3_600));
  const next = hours[index + 1];
  return next === undefined ? `${hours[index] ?? 0}+` : `${hours[index] ?? 0}-${next}`;
};

/** Rows of the view `compliance_delays`. */
export const expectedDelays = (days: readonly FacilityDay[]): object[] => {
  const all = days.flatMap(({ day, kind, unit, arriving }) => arriving.map(({ delayS }) => ({ day, facility_kind: kind, unit_uid: unit, bucket: bucketOf(delayS) })));
  return [...groupedBy(all, (row) => JSON.stringify(row)).values()].flatMap((own) => own.slice(0, 1).map((row) => ({ ...row, stays: own.length })));
};
