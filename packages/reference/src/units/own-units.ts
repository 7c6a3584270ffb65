import type { Locality } from '../locality.ts';

/** uids of what a key of a unit works with: the unit, and those it was made of. */
export const ownUnitsOf = (locality: Pick<Locality, 'units'>, unit: string): ReadonlySet<string> =>
  new Set([unit, ...locality.units.filter(({ successors }) => successors.includes(unit)).map(({ uid }) => uid)]);
