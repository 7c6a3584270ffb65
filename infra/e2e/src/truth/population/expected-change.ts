import { lastDayOf, monthOf, monthsBetween } from './days.ts';
import type { Asked, Facts, Told } from './facts.ts';
import { placesAt, whole, type Part } from './places.ts';
import { lifeAsKnown, type Spell } from './spells.ts';
import { rounded } from './tables.ts';

export type Flow = 'births_m' | 'births_f' | 'births' | 'deaths' | 'in' | 'out' | 'temporary_in' | 'temporary_out';
const flows: readonly Flow[] = ['births_m', 'births_f', 'births', 'deaths', 'in', 'out', 'temporary_in', 'temporary_out'];
/** What happened at a place in a month. */
export type MonthRow = { readonly month: string; readonly kind: Part['kind']; readonly place: string; readonly amounts: Readonly<Record<Flow, number>>; /** Flows of which a part was estimated. */ readonly estimated: ReadonlySet<Flow> };

const moves = new Set(['arrival', 'moved', 'other']);
const leaving = new Set(['moved-out', 'abroad', 'outside', 'other']);

/** Flows of every month from the first with any to that of `asOf`, at every place with any. */
export const flowsOf = (facts: Facts, { asOf, boundary, knownAt }: Asked): MonthRow[] => {
  const places = placesAt(facts, boundary);
  const known = lifeAsKnown(facts, knownAt);
  const found = new Map<string, { readonly amounts: Record<Flow, number>; readonly estimated: Set<Flow> }>();
  const seen = new Map<string, Pick<Part, 'kind' | 'place'>>([['all ', { kind: 'all', place: '' }]]);
  const months = new Set<string>([monthOf(asOf)]);
  const add = (month: string, { kind, place, exact }: Omit<Part, 'share'>, flow: Flow, amount: number): void => {
    const key = `${kind} ${place}`;
    seen.set(key, { kind, place });
    months.add(month);
    const own = found.get(`${month} ${key}`) ?? { amounts: Object.fromEntries(flows.map((name) => [name, 0])) as Record<Flow, number>, estimated: new Set() };
    own.amounts[flow] += amount;
    if (!exact) own.estimated.add(flow);
    found.set(`${month} ${key}`, own);
  };
  const addAll = (month: string, told: Told, flow: Flow): void => {
    for (const part of places.partsOf(told)) add(month, part, flow, part.share);
  };
  /** From place to place: what a place wins came in, what it loses went out. */
  const addMove = (month: string, before: Told, after: Told, [into, outOf]: readonly [Flow, Flow]): void => {
    const keyed = (told: Told): Map<string, Part> => new Map(places.partsOf(told).map((part) => [`${part.kind} ${part.place}`, part]));
    const [from, to] = [keyed(before), keyed(after)];
    for (const key of new Set([...from.keys(), ...to.keys()])) {
      const [lost, won] = [from.get(key), to.get(key)];
      const part = won ?? lost;
      if (part === undefined) continue;
      const difference = (won?.share ?? 0) - (lost?.share ?? 0);
      if (difference === 0) continue;
      add(month, { ...part, exact: (won?.exact ?? true) && (lost?.exact ?? true) }, difference > 0 ? into : outOf, Math.abs(difference));
    }
  };
  const residence = (spells: readonly Spell[], [into, outOf]: readonly [Flow, Flow], { moved, left }: { readonly moved: (spell: Spell) => boolean; readonly left: (spell: Spell) => boolean }): void => {
    for (const spell of spells) {
      if (spell.from <= asOf && spell.before === undefined && moves.has(spell.openedBy)) addAll(monthOf(spell.from), spell.told, into);
      if (spell.from <= asOf && spell.before !== undefined && moved(spell)) addMove(monthOf(spell.from), spell.before, spell.told, [into, outOf]);
      if (spell.until <= asOf && spell.after === undefined && left(spell)) addAll(monthOf(spell.until), spell.told, outOf);
    }
  };
  for (const { from, told } of known.permanent) if (from <= asOf) for (const { kind, place } of places.partsOf(told)) seen.set(`${kind} ${place}`, { kind, place });
  residence(known.permanent, ['in', 'out'], { moved: ({ openedBy }) => moves.has(openedBy), left: ({ closedBy }) => leaving.has(closedBy) });
  residence(known.temporary, ['temporary_in', 'temporary_out'], { moved: ({ openedBy }) => moves.has(openedBy) || openedBy === 'renewal', left: ({ closedBy }) => leaving.has(closedBy) || closedBy === 'expired' });
  for (const { told } of known.deaths) if (told.on <= asOf) addAll(monthOf(told.on), told, 'deaths');
  for (const told of known.births) {
    if (told.on > asOf) continue;
    addAll(told.month, told, 'births');
    if (told.sex !== 'X') addAll(told.month, told, told.sex === 'M' ? 'births_m' : 'births_f');
  }
  const [first = monthOf(asOf)] = [...months].sort();
  const none = Object.fromEntries(flows.map((name) => [name, 0])) as Record<Flow, number>;
  return monthsBetween(first, monthOf(asOf)).flatMap((month) => [...seen].map(([key, { kind, place }]) => ({ month, kind, place, amounts: found.get(`${month} ${key}`)?.amounts ?? none, estimated: found.get(`${month} ${key}`)?.estimated ?? new Set() })));
};

/** A month that ended on or before the day. */
export const isClosed = (month: string, asOf: string): boolean => lastDayOf(month) <= asOf;

/** Rows of the view `population_change`. */
export const expectedChange = (facts: Facts, asked: Asked): object[] => {
  const places = placesAt(facts, asked.boundary);
  return flowsOf(facts, asked).map(({ month, kind, place, amounts, estimated }) => ({
    month: `${month}-01`, ...places.named(kind, place), ...Object.fromEntries(flows.map((name) => [name, rounded(amounts[name] / whole)])), natural: rounded((amounts.births - amounts.deaths) / whole),
    net: rounded((amounts.in - amounts.out) / whole), closed: isClosed(month, asked.asOf) ? 1 : 0, exact: estimated.size === 0 ? 1 : 0, as_of: asked.asOf, boundary: asked.boundary,
  }));
};
