import type { Truth, TruthStay } from '@da06/simulator';
import { day, dayNumber, dayText } from './local-time.ts';
import type { PersonOf } from './expected-persons.ts';
import { nightsOfVisit, visitsOf } from './visits.ts';

/** A row of the view `stay_nights`. */
export type NightRow = {
  readonly facility_id: string; readonly ref: string; readonly person_key: string; readonly unit_uid: string; readonly facility_kind: string; readonly night: string;
  readonly nationality: string; readonly home_province: string; readonly tourism: boolean; readonly first_night: boolean;
};

const tourismKinds = new Set(['hotel', 'motel', 'guest-house']);
const tourismReasons = new Set(['tourism', 'business', 'visit', 'family-visit', 'conference']);

/** A stay as it is counted: the departure, else the expected one. */
type Span = { readonly stay: TruthStay; readonly ref: string; readonly from: number; readonly to: number };

/**
 * Guest-nights (dossier 5.3): each crossing of a local midnight, once for a person at a facility, for the stay that began first (then the
 * lower ref); stays less than 24 h apart are one arrival and one length; nights up to `asOf`'s own.
 */
export const expectedNights = (truth: Truth, personOf: PersonOf, asOf: number): NightRow[] => {
  const kinds = new Map(truth.facilities.map(({ id, versions }) => [id, versions[0]?.kind ?? '']));
  const spans = new Map<string, Span[]>();
  for (const stay of truth.stays) {
    if (stay.cancelled) continue;
    const key = `${stay.facility}\n${personOf(stay.paper)}`;
    const from = Date.parse(stay.arrivedAt);
    const to = Math.max(from, Math.min(Date.parse(stay.departedAt ?? stay.expectedDepartureAt), from + 366 * day));
    spans.set(key, [...(spans.get(key) ?? []), { stay, ref: stay.ref, from, to }]);
  }
  const rows: NightRow[] = [];
  for (const own of spans.values()) {
    for (const visit of visitsOf(own)) {
      const nights = nightsOfVisit(visit);
      const firstNight = Math.min(...nights.keys());
      const length = dayNumber(Math.max(...visit.map(({ to }) => to))) - dayNumber(Math.min(...visit.map(({ from }) => from)));
      for (const [night, { stay }] of nights) {
        if (night > dayNumber(asOf)) continue;
        const kind = kinds.get(stay.facility) ?? '';
        const atHome = stay.homeWard !== '' && stay.unit.includes(stay.homeWard);
        rows.push({
          facility_id: stay.facility, ref: stay.ref, person_key: personOf(stay.paper), unit_uid: stay.unit, facility_kind: kind, night: dayText(night), nationality: stay.nationality, home_province: stay.homeProvince,
          tourism: tourismKinds.has(kind) && tourismReasons.has(stay.reason) && !atHome && length < 30, first_night: night === firstNight,
        });
      }
    }
  }
  return rows;
};
