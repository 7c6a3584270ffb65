import type { Truth } from '@da06/simulator';
import { day, dayText } from './local-time.ts';

/** A row of the view `facility_versions`. */
export type FacilityRow = {
  readonly facility_id: string; readonly valid_from: string; readonly valid_to: string; readonly facility_kind: string; readonly name: string; readonly unit_uid: string; readonly model: number;
  readonly tourism: boolean; readonly rooms: number; readonly beds: number; readonly stars: number; readonly remote: boolean; readonly lat: number; readonly lon: number; readonly closed_on: string;
};

/** Models of the plan by kind of facility (contracts.md, Facilities); 0 = outside of it. */
const models: Readonly<Record<string, number>> = {
  hotel: 9, motel: 9, 'guest-house': 9, 'boarding-house': 9, 'official-residence': 9, 'rental-house': 10, 'zone-housing': 10, clinic: 11, coach: 12, dormitory: 0, household: 0,
};
const tourismKinds = new Set(['hotel', 'motel', 'guest-house']);

export const expectedVersions = (truth: Truth): FacilityRow[] =>
  truth.facilities.flatMap(({ id, versions }) =>
    versions.map((version, index) => {
      const next = versions[index + 1]?.validFrom;
      return {
        facility_id: id, valid_from: version.validFrom, valid_to: next === undefined ? '2149-06-06' : dayText(Date.parse(next) / day - 1), facility_kind: version.kind,
        // Whoever rents a bed at home is a person: the name of a household is not kept.
        name: version.kind === 'household' ? '' : version.name, unit_uid: version.unit, model: models[version.kind] ?? -1, tourism: tourismKinds.has(version.kind),
        rooms: version.rooms, beds: version.beds, stars: version.stars ?? 0, remote: version.remote, lat: version.lat, lon: version.lon, closed_on: '1970-01-01',
      };
    }),
  );

/** Rows of the view `facilities`: the version of the as-of day, or the first one where that is still to come. */
export const expectedFacilities = (versions: readonly FacilityRow[], today: string): FacilityRow[] =>
  [...new Set(versions.map(({ facility_id }) => facility_id))].map((id) => {
    const own = versions.filter(({ facility_id }) => facility_id === id);
    const current = own.findLast(({ valid_from }) => valid_from <= today) ?? own[0];
    if (current === undefined) throw new Error(`${id} has no version.`);
    return current;
  });
