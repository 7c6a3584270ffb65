import type { Facts, Told } from './facts.ts';

/** Shares of persons are counted in billionths, so that a sum does not depend on its order. */
export const whole = 1_000_000_000;

/** A place of a figure: a unit of the boundary, a comparison area, or everything. */
export type PlaceKind = 'unit' | 'area' | 'all';
export type Part = { readonly kind: PlaceKind; readonly place: string; readonly share: number; readonly exact: boolean };
/** Where somebody lives, as told. */
export type Where = Pick<Told, 'unit' | 'formerUnit'>;

/** Where persons are counted on the boundaries of a day. */
export const placesAt = ({ units }: Pick<Facts, 'units'>, boundary: string) => {
  const byUid = new Map(units.map((unit) => [unit.uid, unit]));
  const covers = (from: string, to: string): boolean => (from === '' || from <= boundary) && (to === '' || boundary <= to);
  const isValid = (uid: string): boolean => {
    const unit = byUid.get(uid);
    return unit !== undefined && covers(unit.validFrom, unit.validTo);
  };
  const areaNames = new Map(units.flatMap(({ areas }) => areas.map(({ area, nameVi }) => [area, nameVi] as const)));

  const unitsOf = ({ unit, formerUnit }: Where): Part[] => {
    const at = (place: string): Part[] => [{ kind: 'unit', place, share: whole, exact: true }];
    if (isValid(unit)) return at(unit);
    if (formerUnit !== '' && isValid(formerUnit)) return at(formerUnit);
    const parts = (byUid.get(unit)?.projections ?? []).filter(({ from, to }) => covers(from, to)).map(({ unit: place, weight, exact }): Part => ({ kind: 'unit', place, share: Math.round(weight * whole), exact }));
    return parts.length === 0 ? at(unit) : parts;
  };
  const areasOf = ({ unit, formerUnit }: Where): Part[] =>
    (byUid.get(formerUnit === '' ? unit : formerUnit)?.areas ?? []).map(({ area, weight, exact }) => ({ kind: 'area', place: area, share: Math.round(weight * whole), exact }));

  const named = (kind: PlaceKind, place: string) => ({ place_kind: kind, place, place_vi: kind === 'all' ? 'Toàn địa bàn' : (kind === 'area' ? areaNames.get(place) : byUid.get(place)?.nameVi) ?? place });

  return {
    /** The parts of a person, by place; nothing of a place in which no part lies. */
    partsOf: (where: Where): Part[] => [...unitsOf(where), ...areasOf(where), { kind: 'all' as const, place: '', share: whole, exact: true }].filter(({ share }) => share > 0),
    /** A place as rows name it. */
    named,
    /** The same of a key `kind place`. */
    namedBy: (key: string) => {
      const [kind, place = ''] = key.split(' ');
      return named(kind === 'unit' || kind === 'area' ? kind : 'all', place);
    },
    unit: (uid: string) => byUid.get(uid),
  };
};
