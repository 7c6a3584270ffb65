import { placesAt, whole } from '../population/places.ts';
import { groupedBy } from '../tourism/grouped.ts';
import { countedOf, dueOf, knownUntil, placedOn, type Held, type IncidentFacts } from './facts.ts';
import { leftOut } from './one-way.ts';

const periods = ['calendar', 'mps_15_14'] as const;
type Period = (typeof periods)[number];

/** Months are whole numbers here: year × 12 + month. */
const numberOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const textOf = (month: number): string => `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
/** The month of the police goes from the 15th of the one before to the 14th. */
const monthOf = (period: Period, day: string): number => numberOf(day) + (period === 'mps_15_14' && day.slice(8) >= '15' ? 1 : 0);
const lastDayOf = (period: Period, month: number): string => (period === 'mps_15_14' ? `${textOf(month)}-14` : new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10));

type Share = { readonly of: Held; readonly share: number; readonly exact: boolean };
/** A place, or a kind of the whole, through all months. */
type Series = { readonly table: string; readonly placeKey: string; readonly kind: string; readonly months: ReadonlyMap<number, readonly Share[]> };

const seriesOf = (facts: IncidentFacts, held: readonly Held[], period: Period, boundary: string): Series[] => {
  const places = placesAt(facts, boundary);
  const shares = held.flatMap((of) => places.partsOf({ unit: of.unit, formerUnit: '' }).flatMap(({ kind, place, share, exact }) => {
    const own = { of, share, exact, month: monthOf(period, placedOn(of)), placeKey: `${kind} ${place}` };
    return kind === 'all' ? [{ ...own, table: 'whole', kind: '' }, { ...own, table: 'kind', kind: of.kind }] : [{ ...own, table: kind, kind: '' }];
  }));
  return [...groupedBy(shares, ({ table, placeKey, kind }) => `${table}|${placeKey}|${kind}`).values()].map((own) => {
    const { table = '', placeKey = '', kind = '' } = own[0] ?? {};
    return { table, placeKey, kind, months: groupedBy(own, ({ month }) => month) };
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

/** Rows of the view `incident_rates` on the boundaries of a day, as known on a local day. */
export const expectedRates = (facts: IncidentFacts, known: string, boundary: string): object[] => {
  const held = countedOf(facts, known);
  const until = knownUntil(facts, known);
  const { namedBy } = placesAt(facts, boundary);
  return periods.flatMap((period) => {
    const series = seriesOf(facts, held, period, boundary);
    const first = Math.min(...series.flatMap(({ months }) => [...months.keys()]));
    const months = Array.from({ length: Math.max(0, monthOf(period, known) - first + 1) }, (_, index) => first + index);
    const at = ({ months: own }: Series, month: number): readonly Share[] => own.get(month) ?? [];
    const year = (one: Series, month: number): readonly Share[] => Array.from({ length: 12 }, (_, back) => at(one, month - back)).flat();
    const keyOf = ({ placeKey, kind }: Series): string => `${placeKey}|${kind}`;
    const hiddenMonths = new Map<string, ReadonlySet<string>>();
    const tables = groupedBy(series, ({ table }) => table);
    for (const [table, own] of tables) for (const month of months) hiddenMonths.set(`${table} ${String(month)}`, leftOut(own.map((one) => ({ key: keyOf(one), n: sum(at(one, month)) }))));
    const isHidden = (one: Series, month: number): boolean => hiddenMonths.get(`${one.table} ${String(month)}`)?.has(keyOf(one)) === true;
    return [...tables.values()].flatMap((own) => months.flatMap((month) => {
      const years = own.map((one) => ({ key: keyOf(one), n: sum(year(one, month)), left: Array.from({ length: 12 }, (_, back) => isHidden(one, month - back)).filter(Boolean).length }));
      const hiddenYears = leftOut(years, ({ n, left }) => (n > 0 && n < 5) || (left > 0 && (left === 1 || month % 12 !== 11)));
      return own.map((one) => {
        const shares = at(one, month);
        const shown = (figure: number | null): number | null => (isHidden(one, month) ? null : figure);
        const done = shares.filter(({ of }) => of.handledAt !== null);
        const judged = shares.filter(({ of }) => of.handledAt !== null || dueOf(of) < until);
        const good = done.filter(({ of }) => Date.parse(of.handledAt ?? '') <= dueOf(of));
        const responses = done.map(({ of, share }) => ({ value: (Date.parse(of.handledAt ?? '') - Date.parse(of.reportedAt)) / 1000, share }));
        const people = peopleOf(facts, one.placeKey, boundary);
        const total = hiddenYears.has(keyOf(one)) ? null : sum(year(one, month));
        return {
          period_kind: period, month: `${textOf(month)}-01`, ...namedBy(one.placeKey), kind: one.kind, incidents: shown(sum(shares)), sum_12m: total, per_100k: total === null || people === 0 || month - first < 11 ? null : (total / people) * 100_000,
          base: people === 0 ? null : people, handled: shown(sum(done)), judged: shown(sum(judged)), in_time: shown(sum(good)), in_time_share: shown(judged.length === 0 ? null : (100 * sum(good)) / sum(judged)),
          response_p50_s: shown(quantile(responses, 0.5)), response_p90_s: shown(quantile(responses, 0.9)), deaths: shown(sum(shares, ({ deaths }) => deaths)), injured: shown(sum(shares, ({ injured }) => injured)),
          damage_vnd: shown(sum(shares, ({ damageVnd }) => damageVnd)), suppressed: isHidden(one, month) ? 1 : 0, exact: year(one, month).every(({ exact }) => exact) ? 1 : 0, closed: lastDayOf(period, month) <= known ? 1 : 0, as_of: known, boundary,
        };
      });
    }));
  });
};
