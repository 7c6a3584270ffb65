import { daysAfter } from '@da06/domain';
import type { UnitPublishedData } from '@da06/events';
import type { Unit } from '../schema.ts';
import { graphOf, projectTo, type Projecting, type Share } from './project.ts';
import type { ComparisonArea, UnitShares } from './schema.ts';

/** The units on every boundary: where the people of each stand before it began, while it is valid and after it ended (dossier 4.5). */
export type UnitsInTime = {
  /** Every unit version as its event tells it. */
  readonly published: readonly UnitPublishedData[];
  /** The units of a day in which a unit's people are counted, with weights that add up to 1; none where nothing is known to come before or after it. */
  readonly projectTo: (uid: string, day: string) => readonly Share[];
  /** Every unit a unit was made of, directly or through others, nearest first. */
  readonly madeOf: (uid: string) => readonly string[];
  /** Phường and thị trấn are urban, everything else is not. */
  readonly isUrban: (uid: string) => boolean;
};

/** Builds the units in time of a pack whose shares have been checked. */
export const unitsInTimeOf = ({ units, shares, areas }: { readonly units: readonly Unit[]; readonly shares: readonly UnitShares[]; readonly areas: readonly ComparisonArea[] }): UnitsInTime => {
  const graph = graphOf(units, shares);
  const cuts = cutsOf(units);
  const members = areas.map((area) => ({ ...area, of: new Set(units.filter(({ uid, parent }) => parent === area.area || uid === area.area).map(({ uid }) => uid)) }));
  const published = units.map((unit) => publishedOf(unit, projectionsOf(graph, unit.uid, cuts), areasOf(graph, unit.uid, members)));
  return { published, projectTo: (uid, day) => projectTo(graph, uid, day), madeOf: (uid) => ancestorsOf(graph, uid), isUrban: (uid) => isUrban(graph.unit(uid)?.type ?? '') };
};

const isUrban = (type: string): boolean => type === 'phường' || type === 'thị trấn';

/** The first days of all times within which no unit begins or ends; '' is the time before the first change. */
const cutsOf = (units: readonly Unit[]): readonly string[] =>
  [...new Set(['', ...units.flatMap(({ valid_from: from, valid_to: to }) => [...(from === null ? [] : [from]), ...(to === null ? [] : [daysAfter(to, 1)])])])].sort();

type Projection = UnitPublishedData['projections'][number];

const projectionsOf = (graph: Projecting, uid: string, cuts: readonly string[]): Projection[] => {
  const found: Projection[] = [];
  cuts.forEach((from, place) => {
    const next = cuts[place + 1];
    const to = next === undefined ? '' : daysAfter(next, -1);
    for (const share of projectTo(graph, uid, from)) {
      const before = found.findIndex((known) => known.unit === share.unit && known.weight === share.weight && known.exact === share.exact && known.to !== '' && daysAfter(known.to, 1) === from);
      if (before >= 0) found[before] = { ...(found[before] as Projection), to };
      else found.push({ ...share, from, to });
    }
  });
  return found;
};

type Members = ComparisonArea & { readonly of: ReadonlySet<string> };

const areasOf = (graph: Projecting, uid: string, areas: readonly Members[]): UnitPublishedData['areas'] =>
  areas.flatMap(({ area, nameVi, on, of }) => {
    const then = projectTo(graph, uid, on);
    const inside = then.filter(({ unit }) => of.has(unit));
    if (inside.length === 0) return [];
    // All of it lies inside: how it was shared out among the units there does not matter.
    if (inside.length === then.length) return [{ area, nameVi, weight: 1, exact: true }];
    return [{ area, nameVi, weight: inside.reduce((sum, { weight }) => sum + weight, 0), exact: inside.every(({ exact }) => exact) }];
  });

const publishedOf = (unit: Unit, projections: Projection[], areas: UnitPublishedData['areas']): UnitPublishedData => ({
  uid: unit.uid, code: unit.code, nameVi: unit.name_vi, level: unit.level, type: unit.type, urban: isUrban(unit.type), parent: unit.parent ?? '', validFrom: unit.valid_from ?? '', validTo: unit.valid_to ?? '',
  areaKm2: unit.area_doubtful ? 0 : (unit.area_km2 ?? 0), population: unit.population ?? 0, lat: unit.lat ?? 0, lon: unit.lon ?? 0, projections, areas,
});

const ancestorsOf = (graph: Projecting, uid: string): readonly string[] => {
  const direct = graph.predecessors(uid).map(({ unit }) => unit);
  return [...new Set([...direct, ...direct.flatMap((earlier) => ancestorsOf(graph, earlier))])];
};
