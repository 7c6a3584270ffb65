import type { Unit } from '../schema.ts';
import type { UnitShares } from './schema.ts';

/** Part of a unit's people that is counted in a unit of other boundaries; `exact` = none of it was estimated. */
export type Share = { readonly unit: string; readonly weight: number; readonly exact: boolean };

export type Projecting = {
  readonly unit: (uid: string) => Unit | undefined;
  /** Where a unit's people went, and where they came from: units of the pack, or `external:` ones. */
  readonly successors: (uid: string) => readonly Share[];
  readonly predecessors: (uid: string) => readonly Share[];
};

/** The unit's people on the boundaries of a day: itself while it is valid, its successors after, its predecessors before; none where nothing is known to come before or after it. */
export const projectTo = (graph: Projecting, uid: string, day: string): readonly Share[] => {
  const unit = graph.unit(uid);
  if (unit === undefined) return [{ unit: uid, weight: 1, exact: true }];
  if (day < (unit.valid_from ?? '')) return through(graph.predecessors(uid), (earlier) => (isBefore(graph.unit(earlier), day) ? [] : projectTo(graph, earlier, day)));
  if (day > (unit.valid_to ?? '9999')) return through(graph.successors(uid), (later) => (isAfter(graph.unit(later), day) ? [] : projectTo(graph, later, day)));
  return [{ unit: uid, weight: 1, exact: true }];
};

/** A gap between a unit and the next is nobody's: it is not searched in the other direction. */
const isBefore = (unit: Unit | undefined, day: string): boolean => unit !== undefined && day > (unit.valid_to ?? '9999');
const isAfter = (unit: Unit | undefined, day: string): boolean => unit !== undefined && day < (unit.valid_from ?? '');

const through = (shares: readonly Share[], next: (uid: string) => readonly Share[]): readonly Share[] => {
  const sums = new Map<string, Share>();
  for (const { unit, weight, exact } of shares) {
    for (const further of next(unit)) {
      const known = sums.get(further.unit);
      sums.set(further.unit, { unit: further.unit, weight: (known?.weight ?? 0) + weight * further.weight, exact: exact && further.exact && (known?.exact ?? true) });
    }
  }
  return [...sums.values()];
};

/** Both directions of a pack's units. Forward a unit goes to what it names; backward it came from the units of its own level that name it, and from what its shares name beside them. */
export const graphOf = (units: readonly Unit[], shares: readonly UnitShares[]): Projecting => {
  const byUid = new Map(units.map((unit) => [unit.uid, unit]));
  const told = new Map(shares.map((row) => [`${row.direction} ${row.unit}`, row.shares]));
  const share = (direction: UnitShares['direction'], uid: string, others: readonly string[]): readonly Share[] => {
    const parts = Object.entries(told.get(`${direction} ${uid}`) ?? Object.fromEntries(others.map((other) => [other, 1])));
    const whole = parts.reduce((sum, [, part]) => sum + part, 0);
    return parts.map(([unit, part]) => ({ unit, weight: part / whole, exact: parts.length === 1 }));
  };
  const successors = new Map(units.map(({ uid, successors: others }) => [uid, share('forward', uid, others)]));
  const predecessors = new Map(units.map((unit) => [unit.uid, share('backward', unit.uid, predecessorsOf(unit, units))]));
  return { unit: (uid) => byUid.get(uid), successors: (uid) => successors.get(uid) ?? [], predecessors: (uid) => predecessors.get(uid) ?? [] };
};

/** The units of its level that a unit was made of. */
export const predecessorsOf = (unit: Unit, units: readonly Unit[]): readonly string[] => units.filter(({ level, successors }) => level === unit.level && successors.includes(unit.uid)).map(({ uid }) => uid);
