import { placesAt, whole } from '../population/places.ts';
import { groupedBy } from '../tourism/grouped.ts';
import { countedOf, dueOf, knownUntil, placedOn, type Held, type IncidentFacts } from './facts.ts';
import { lastDayOf, monthOf, periods, textOf, type Period } from './months.ts';
import { leftOut, pairOf } from './one-way.ts';

type Share = { readonly of: Held; readonly share: number; readonly exact: boolean };
/** A place, or a kind of the whole, through all months. */
type Series = { readonly period: Period; readonly table: string; readonly placeKey: string; readonly kind: string; readonly months: ReadonlyMap<number, readonly Share[]> };

const seriesOf = (facts: IncidentFacts, held: readonly Held[], period: Period, boundary: string): Series[] => {
  const places = placesAt(facts, boundary);
  const shares = held.flatMap((of) => places.partsOf({ unit: of.unit, formerUnit: '' }).flatMap(({ kind, place, share, exact }) => {
    const own = { of, share, exact, month: monthOf(period, placedOn(of)), placeKey: `${kind} ${place}` };
    return kind === 'all' ? [{ ...own, table: 'whole', kind: '' }, { ...own, table: 'kind', kind: of.kind }] : [{ ...own, table: kind, kind: '' }];
  }));
  return [...groupedBy(shares, ({ table, placeKey, kind }) => `${table}|${placeKey}|${kind}`).values()].map((own) => {
    const { table = '', placeKey = '', kind = '' } = own[0] ?? {};
    return { period, table, placeKey, kind, months: groupedBy(own, ({ month }) => month) };
  });
};

const sum = (shares: readonly Share[], figure: (of: Held) => number = () => 1): number => shares.reduce((total, { of, share }) => total + figure(of) * share, 0) / whole;

/** The least value that at least a part of the weight does not exceed. */
const quantile = (values: readonly { readonly value: number; readonly share: number }[], level: number): number | null => {
  const needed = Math.ceil(values.reduce((total, { share }) => total + share, 0) * level);
  let passed = 0;
  for (const { value, share } of [...values].sort((a, b) => a.value - b.value)) {
    passed += share;
    if (passed >= needed) return value;
  }
  return null;
};

/** Official people of a place: of the whole those of its communes, or, where one is not known, of the district, the newest by then. */
const peopleOf = ({ units }: IncidentFacts, placeKey: string, boundary: string): number => {
  const [kind, place] = placeKey.split(' ');
  if (kind !== 'all') return units.find(({ uid }) => uid === place)?.population ?? 0;
  const communes = units.filter(({ level, validFrom, validTo }) => level === 'commune' && validFrom <= boundary && (validTo === '' || validTo >= boundary));
  if (communes.every(({ population }) => population > 0)) return communes.reduce((total, { population }) => total + population, 0);
  return units.filter(({ level, population, validFrom }) => level === 'district' && population > 0 && validFrom <= boundary).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)).at(-1)?.population ?? 0;
};

const keyOf = ({ placeKey, kind }: Series): string => `${placeKey}|${kind}`;
const at = ({ months }: Series, month: number): readonly Share[] => months.get(month) ?? [];
const yearTo = (one: Series, month: number): readonly Share[] => twelve.flatMap((back) => at(one, month - back));
const twelve = Array.from({ length: 12 }, (_, back) => back);

/** Rows of the view `incident_rates` on the boundaries of a day, as known on a local day. */
export const expectedRates = (facts: IncidentFacts, known: string, boundary: string): object[] => {
  const held = countedOf(facts, known);
  if (held.length === 0) return [];
  const firsts = periods.map((period) => Math.min(...held.map((one) => monthOf(period, placedOn(one)))));
  const monthsOf = (period: Period): readonly number[] => {
    const first = firsts[periods.indexOf(period)] ?? 0;
    return Array.from({ length: monthOf(period, known) - first + 1 }, (_, index) => first + index);
  };
  const pair = (month: number): number => pairOf(month, firsts, periods.map((period) => monthOf(period, known)));
  const { namedBy } = placesAt(facts, boundary);
  const tables = groupedBy(periods.flatMap((period) => seriesOf(facts, held, period, boundary)), ({ table }) => table);
  const cells = [...tables].flatMap(([table, series]) => series.flatMap((one) => monthsOf(one.period).map((month): Cell => ({ table, one, month, key: keyOf(one), pair: pair(month), n: sum(at(one, month)) }))));
  const months = hiddenOf(cells);
  const isHidden = (one: Series, month: number): boolean => monthsOf(one.period).includes(month) && months.has(nameOf(one, pair(month)));
  const years = hiddenOf(cells.map((cell) => {
    const hidden = twelve.filter((back) => isHidden(cell.one, cell.month - back)).length;
    return { ...cell, n: sum(yearTo(cell.one, cell.month)), left: hidden > 0 && (hidden === 1 || cell.month % 12 !== 11) };
  }));
  return cells.map(({ one, month, pair: own }) =>
    rowOf(facts, { one, month, named: namedBy(one.placeKey), known, boundary, isHidden: isHidden(one, month), isYearHidden: years.has(nameOf(one, own)), isFullYear: month - (monthsOf(one.period)[0] ?? month) >= 11 }));
};

type Cell = { readonly table: string; readonly one: Series; readonly month: number; readonly key: string; readonly pair: number; readonly n: number; readonly left?: boolean };
const nameOf = (one: Series, pair: number): string => `${one.table} ${keyOf(one)}|${String(pair)}`;

/** Names of what is left out in every table, each by itself; areas, which units add up to by their shares, also where a unit is. */
const hiddenOf = (cells: readonly Cell[]): ReadonlySet<string> => {
  const tables = groupedBy(cells, ({ table }) => table);
  const own = new Map([...tables].map(([table, some]) => [table, leftOut(some)]));
  const pairsOfUnits = new Set([...(own.get('unit') ?? [])].map((name) => Number(name.slice(name.lastIndexOf('|') + 1))));
  return new Set(cells.filter(({ table, key, pair }) => own.get(table)?.has(`${key}|${String(pair)}`) === true || (table === 'area' && pairsOfUnits.has(pair))).map(({ one, pair }) => nameOf(one, pair)));
};

type Row = { readonly one: Series; readonly month: number; readonly named: object; readonly known: string; readonly boundary: string; readonly isHidden: boolean; readonly isYearHidden: boolean; readonly isFullYear: boolean };

const rowOf = (facts: IncidentFacts, { one, month, named, known, boundary, isHidden, isYearHidden, isFullYear }: Row): object => {
  const shares = at(one, month);
  const shown = (figure: number | null): number | null => (isHidden ? null : figure);
  const done = shares.filter(({ of }) => of.handledAt !== null);
  const judged = shares.filter(({ of }) => of.handledAt !== null || dueOf(of) < knownUntil(facts, known));
  const good = done.filter(({ of }) => Date.parse(of.handledAt ?? '') <= dueOf(of));
  const responses = done.map(({ of, share }) => ({ value: (Date.parse(of.handledAt ?? '') - Date.parse(of.reportedAt)) / 1000, share }));
  const people = peopleOf(facts, one.placeKey, boundary);
  const total = isYearHidden ? null : sum(yearTo(one, month));
  return {
    period_kind: one.period, month: `${textOf(month)}-01`, ...named, kind: one.kind, incidents: shown(sum(shares)), sum_12m: total, per_100k: total === null || people === 0 || !isFullYear ? null : (total / people) * 100_000,
    base: people === 0 ? null : people, handled: shown(sum(done)), judged: shown(sum(judged)), in_time: shown(sum(good)), in_time_share: shown(judged.length === 0 ? null : (100 * sum(good)) / sum(judged)),
    response_p50_s: shown(quantile(responses, 0.5)), response_p90_s: shown(quantile(responses, 0.9)), deaths: shown(sum(shares, ({ deaths }) => deaths)), injured: shown(sum(shares, ({ injured }) => injured)),
    damage_vnd: shown(sum(shares, ({ damageVnd }) => damageVnd)), suppressed: isHidden ? 1 : 0, exact: yearTo(one, month).every(({ exact }) => exact) ? 1 : 0, closed: lastDayOf(one.period, month) <= known ? 1 : 0, as_of: known, boundary,
  };
};
