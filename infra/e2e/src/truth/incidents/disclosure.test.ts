import { describe, expect, it } from 'vitest';
import { placesAt } from '../population/places.ts';
import { disclosed, type Published } from './disclosure.ts';
import { expectedRates } from './expected-rates.ts';
import { countedOf, dayOf, placedOn, type Held } from './facts.ts';
import { monthOf, type Period } from './months.ts';
import { randomIncidents } from './random-incidents.ts';

type Row = { readonly period_kind: Period; readonly month: string; readonly place_kind: string; readonly place: string; readonly kind: string; readonly incidents: number | null; readonly sum_12m: number | null };
const whole = 'whole';
const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

describe('what is published of incidents', () => {
  it.each([
    { seed: 1, incidents: 700, days: 420 }, { seed: 2, incidents: 300, days: 900 }, { seed: 3, incidents: 1_500, days: 900 }, { seed: 4, incidents: 100, days: 400 }, { seed: 5, incidents: 1_500, days: 400 }, { seed: 6, incidents: 40, days: 800 },
  ])('tells no number of one to four, whatever is added and subtracted: units and kinds, months and sums of both calendars, seed $seed', ({ seed, ...options }) => {
    const { facts } = randomIncidents({ seed, from: '2023-11-20', ...options });
    const known = dayOf(facts.asOf);
    const rows = expectedRates(facts, known, known) as Row[];
    const held = countedOf(facts, known);
    const { partsOf } = placesAt(facts, known);
    const shareOf = (one: Held, { key }: Published, isUnit: boolean): number => (key === whole ? 1 : isUnit ? (partsOf({ unit: one.unit, formerUnit: '' }).find(({ kind, place }) => kind === 'unit' && place === key)?.share ?? 0) / 1e9 : Number(one.kind === key));
    let leftOut = 0;
    for (const isUnit of [true, false]) {
      const table = rows.filter(({ place_kind, kind }) => (place_kind === 'all' ? kind === '' || !isUnit : isUnit && place_kind === 'unit'));
      const figures = table.flatMap(({ period_kind: period, month, place, kind, incidents, sum_12m }): Published[] => {
        const of = { period, key: place + kind === '' ? whole : place + kind, month: numberOf(month) };
        return [{ ...of, span: 1, figure: incidents }, { ...of, span: 12, figure: sum_12m }];
      });
      const truth = (one: Published): number => held.reduce((sum, of) => sum + (monthOf(one.period, placedOn(of)) <= one.month && monthOf(one.period, placedOn(of)) > one.month - one.span ? shareOf(of, one, isUnit) : 0), 0);
      const isSmall = (one: Published): boolean => truth(one) > 1e-9 && truth(one) < 5 - 1e-9;
      leftOut += figures.filter((one) => one.figure === null && isSmall(one)).length;
      expect(figures.filter((one) => one.figure !== null && isSmall(one))).toEqual([]);
      expect(disclosed(figures, whole).filter(isSmall)).toEqual([]);
    }
    expect(leftOut).toBeGreaterThan(10);
  });

  it('would tell a month that is left out of one calendar alone', () => {
    const calendar = [5, null, 7].map((figure, month): Published => ({ period: 'calendar', key: 'a', month, span: 1, figure }));
    const police = [4, 6, 5, 0].map((figure, month): Published => ({ period: 'mps_15_14', key: 'a', month, span: 1, figure }));
    expect(disclosed([...calendar, ...police], whole)).toEqual([calendar[1]]);
    expect(disclosed([...calendar, ...police.map((one) => (one.month === 1 ? { ...one, figure: null } : one))], whole)).toEqual([]);
  });
});
