import type { Truth, TruthStay } from '@da06/simulator';
import { day, dayNumber, hour, midnight, timeOfDay } from './local-time.ts';
import type { PersonOf } from './expected-persons.ts';

/** A row of the view `stays`, moments in Unix milliseconds, null = none; what no truth can know (numbers, event ids) is left out. */
export type StayRow = {
  readonly facility_id: string; readonly facility_kind: string; readonly ref: string; readonly person_key: string; readonly unit_uid: string;
  readonly nationality: string; readonly sex: string; readonly birth_year: number; readonly home_province: string; readonly reason: string;
  readonly arrived_at: number; readonly expected_departure_at: number | null; readonly departed_at: number | null; readonly notified_at: number | null;
  readonly status: string; readonly recorded_at: number; readonly due_at: number; readonly late: boolean; readonly synced_late: boolean;
};

const millis = (text: string | null): number | null => (text === null ? null : Date.parse(text));

/**
 * When a stay has to be told at the latest (dossier 2.1; contracts.md, Late): before 23:00; from 23:00 on and in the night before 08:00;
 * foreigners within 12 hours, in remote places 24. Where the hour is not known, the latest that day allows.
 */
export const dueOf = ({ arrivedAt, hourKnown, nationality }: Pick<TruthStay, 'arrivedAt' | 'hourKnown' | 'nationality'>, remote: boolean): number => {
  const at = Date.parse(arrivedAt);
  const today = midnight(dayNumber(at));
  if (nationality !== 'VNM') return (hourKnown ? at : today + day) + (remote ? 24 : 12) * hour;
  const since = timeOfDay(at);
  if (!hourKnown || since >= 23 * hour) return today + day + 8 * hour;
  return today + (since < 8 * hour ? 8 : 23) * hour;
};

export const expectedStays = (truth: Truth, personOf: PersonOf): StayRow[] => {
  const facilities = new Map(truth.facilities.map(({ id, versions }) => [id, versions]));
  return truth.stays.map((stay) => {
    const versions = facilities.get(stay.facility) ?? [];
    const arrived = Date.parse(stay.arrivedAt);
    const recorded = Date.parse(stay.firstReceivedAt);
    const notified = millis(stay.notifiedAt);
    const due = dueOf(stay, versions[0]?.remote ?? false);
    const told = notified !== null && notified <= recorded ? notified : recorded;
    return {
      facility_id: stay.facility, facility_kind: versions[0]?.kind ?? '', ref: stay.ref, person_key: personOf(stay.paper), unit_uid: stay.unit,
      nationality: stay.nationality, sex: stay.sex, birth_year: stay.birthYear, home_province: stay.homeProvince, reason: stay.reason,
      arrived_at: arrived, expected_departure_at: millis(stay.expectedDepartureAt), departed_at: millis(stay.departedAt), notified_at: notified,
      status: stay.cancelled ? 'cancelled' : stay.departedAt === null ? 'open' : 'closed', recorded_at: recorded, due_at: due, late: told >= due, synced_late: told < due && recorded >= due,
    };
  });
};
