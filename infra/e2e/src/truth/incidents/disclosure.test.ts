import { describe, expect, it } from 'vitest';
import { placesAt } from '../population/places.ts';
import { disclosed, type Published } from './disclosure.ts';
import { expectedRates } from './expected-rates.ts';
import { countedOf, dayOf, placedOn, type Held } from './facts.ts';
import { monthOf, type Period } from './months.ts';
import { randomIncidents } from './random-incidents.ts';

type Row = { readonly period_kind: Period; readonly month: string; readonly place_kind: string; readonly place: string; readonly kind: string; readonly incidents: number | null; readonly sum_12m: number | null };
const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

describe('what is published of incidents', () => {
  it.each([
    { seed: 1, incidents: 700, days: 420 }, { seed: 2, incidents: 300, days: 900 }, { seed: 3, incidents: 600, days: 500 }, { seed: 4, incidents: 100, days: 400 }, { seed: 5, incidents: 800, days: 300 }, { seed: 6, incidents: 40, days: 800 },
  ])('tells no number of one to four, whatever is added and subtracted: units, areas and kinds, months and sums of both calendars, seed $seed', ({ seed, ...options }) => {
    const { facts } = randomIncidents({ seed, from: '2023-11-20', ...options });
    const known = dayOf(facts.asOf);
    const rows = expectedRates(facts, known, known) as Row[];
    const held = countedOf(facts, known);
    const { partsOf } = placesAt(facts, known);
    const [units, kinds] = [[...new Set(held.map(({ unit }) => unit))], [...new Set(held.map(({ kind }) => kind))]];
    /** Of places the units in which incidents happened, by their shares; of kinds the kinds. */
    const ofPlaces = new Map<string, Map<string, bigint>>();
    for (const unit of units) for (const { kind, place, share } of partsOf({ unit, formerUnit: '' })) ofPlaces.set(`${kind} ${place}`, (ofPlaces.get(`${kind} ${place}`) ?? new Map<string, bigint>()).set(unit, BigInt(share)));
    const ofKinds = new Map<string, Map<string, bigint>>([...kinds.map((kind) => [`all ${kind}`, new Map([[kind, 1n]])] as const), ['all ', new Map(kinds.map((kind) => [kind, 1n]))] as const]);
    let leftOut = 0;
    for (const [table, parts, partOf, whole] of [
      [rows.filter(({ kind }) => kind === ''), ofPlaces, ({ unit }: Held) => unit, 1e9],
      [rows.filter(({ place_kind }) => place_kind === 'all'), ofKinds, ({ kind }: Held) => kind, 1],
    ] as const) {
      const figures = table.flatMap(({ period_kind: period, month, place_kind, place, kind, incidents, sum_12m }): Published[] => {
        const of = { period, key: `${place_kind} ${place}${kind}`, month: numberOf(month) };
        return [{ ...of, span: 1, figure: incidents }, { ...of, span: 12, figure: sum_12m }];
      });
      const truth = ({ period, key, month, span }: Published): number =>
        held.reduce((sum, of) => sum + (monthOf(period, placedOn(of)) <= month && monthOf(period, placedOn(of)) > month - span ? Number(parts.get(key)?.get(partOf(of)) ?? 0n) : 0), 0) / whole;
      const isSmall = (one: Published): boolean => truth(one) > 1e-9 && truth(one) < 5 - 1e-9;
      leftOut += figures.filter((one) => one.figure === null && isSmall(one)).length;
      expect(figures.filter((one) => one.figure !== null && isSmall(one))).toEqual([]);
      expect(disclosed(figures, (key) => parts.get(key) ?? new Map()).filter(isSmall)).toEqual([]);
    }
    expect(leftOut).toBeGreaterThan(10);
  });

  it('would tell a month that is left out of one calendar alone', () => {
    const calendar = [5, null, 7].map((figure, month): Published => ({ period: 'calendar', key: 'a', month, span: 1, figure }));
    const police = [4, 6, 5, 0].map((figure, month): Published => ({ period: 'mps_15_14', key: 'a', month, span: 1, figure }));
    const alone = (key: string) => new Map([[key, 1n]]);
    expect(disclosed([...calendar, ...police], alone)).toEqual([calendar[1]]);
    expect(disclosed([...calendar, ...police.map((one) => (one.month === 1 ? { ...one, figure: null } : one))], alone)).toEqual([]);
  });
});
