import { dayAfter, endless, noDay } from './days.ts';
import type { Facts } from './facts.ts';
import { whole } from './places.ts';

const from = (day: string): string => (day === '' ? noDay : day);
const to = (day: string): string => (day === '' ? endless : day);

/** Rows of the view `units`. */
export const expectedUnits = ({ units }: Facts): object[] =>
  units.map(({ uid, code, nameVi, level, type, urban, parent, validFrom, validTo, areaKm2, population, lat, lon }) => ({
    uid, code, name_vi: nameVi, level, type, urban, parent, valid_from: from(validFrom), valid_to: to(validTo), area_km2: areaKm2, population, lat, lon,
  }));

/** Rows of the view `unit_projections`. */
export const expectedProjections = ({ units }: Facts): object[] =>
  units.flatMap(({ uid, projections }) => projections.map((one) => ({ unit_uid: uid, boundary_from: from(one.from), boundary_to: to(one.to), counted_unit_uid: one.unit, weight: one.weight, exact: one.exact })));

/** Rows of the view `unit_areas`. */
export const expectedAreas = ({ units }: Facts): object[] => units.flatMap(({ uid, areas }) => areas.map(({ area, nameVi, weight, exact }) => ({ unit_uid: uid, area, area_vi: nameVi, weight, exact })));

/** Rows of the view `unit_breaks`: a code goes on as another type of unit, the day after its last. */
export const expectedBreaks = ({ units }: Facts): object[] =>
  units.flatMap((before) =>
    units
      .filter((after) => after.code === before.code && after.level === before.level && before.validTo !== '' && after.validFrom === dayAfter(before.validTo) && (after.type !== before.type || after.urban !== before.urban))
      .map((after) => ({ code: after.code, vi: after.nameVi, day: after.validFrom, from_type: before.type, to_type: after.type, urban_before: before.urban, urban_after: after.urban })),
  );

/** Rows of the view `indicator_definitions`: the newest definition of each code. */
export const expectedDefinitions = ({ definitions }: Facts): object[] =>
  definitions.map(({ code, model, vi, en, definitionVi, definitionEn, formula, unit, source, scope, nature, kind, direction }) => ({ code, model, vi, en, definition_vi: definitionVi, definition_en: definitionEn, formula, unit, source, scope, nature, kind, direction }));

/** Rows of the view `place_shares`: where the people of a unit are counted, in billionths. */
export const expectedShares = ({ units }: Facts): object[] =>
  units.flatMap(({ uid, projections, areas }) => [
    ...projections.map((one) => ({ place_kind: 'unit', unit_uid: uid, boundary_from: from(one.from), boundary_to: to(one.to), place: one.unit, share: Math.round(one.weight * whole), exact: one.exact })),
    ...areas.map(({ area, weight, exact }) => ({ place_kind: 'area', unit_uid: uid, boundary_from: noDay, boundary_to: endless, place: area, share: Math.round(weight * whole), exact })),
  ]);

/** Rows of the view `place_names`. */
export const expectedNames = ({ units }: Facts): object[] => [
  ...units.map(({ uid, nameVi }) => ({ place_kind: 'unit', place: uid, place_vi: nameVi })),
  ...[...new Map(units.flatMap(({ areas }) => areas.map(({ area, nameVi }) => [area, nameVi] as const)))].map(([place, nameVi]) => ({ place_kind: 'area', place, place_vi: nameVi })),
  { place_kind: 'all', place: '', place_vi: 'Toàn địa bàn' },
];
