import { createRandom } from '@da06/testkit';
import { describe, expect, it } from 'vitest';
import { disclosed, type Published } from '../incidents/disclosure.ts';
import { expectedCounts, expectedPrecision, type Counted } from './alert-counts.ts';

const rules = ['watch-list', 'double-stay', 'over-30-days'];
const alertsOf = (seed: number): Counted[] => {
  const random = createRandom(seed);
  const cells = Array.from({ length: 4 + random.below(12) }, () => ({ day: `2026-03-0${String(1 + random.below(4))}`, unit: `W${String(random.below(3))}`, rule: random.pick(rules), simulated: random.below(2), judged: '' }));
  return cells.flatMap((cell) => Array.from({ length: random.chance(0.5) ? 1 + random.below(4) : 5 + random.below(9) }, () => cell));
};
const published = (key: string, figure: number | null): Published => ({ period: 'calendar', key, month: 0, span: 1, figure });
const cellOf = ({ day, unit_uid, rule, simulated }: { day: string; unit_uid: string; rule: string; simulated: number }): string => `${rule} ${String(simulated)} ${day} ${unit_uid}`;

describe('what is published of alerts', () => {
  it('tells no number of one to four by adding and subtracting cells and a rule’s hits, unless the rule has one cell alone', () => {
    let [leftOut, secondary] = [0, 0];
    for (let seed = 1; seed <= 300; seed += 1) {
      const alerts = alertsOf(seed);
      const rows = expectedCounts(alerts);
      const hits = expectedPrecision(alerts, []) as readonly { rule: string; simulated: number; hits: number }[];
      const truth = new Map<string, number>();
      for (const { day, unit, rule, simulated } of alerts) truth.set(cellOf({ day, unit_uid: unit, rule, simulated }), (truth.get(cellOf({ day, unit_uid: unit, rule, simulated })) ?? 0) + 1);
      const isSmall = (key: string): boolean => (truth.get(key) ?? 0) < 5;
      const groupOf = (key: string): string => key.split(' ').slice(0, 2).join(' ');
      const keys = [...truth.keys()];
      const isAlone = (key: string): boolean => keys.filter((other) => groupOf(other) === groupOf(key)).length === 1;
      const partsOf = (key: string): ReadonlyMap<string, bigint> => new Map((truth.has(key) ? [key] : keys.filter((other) => groupOf(other) === key)).map((part) => [part, 1n]));
      const figures = [...rows.map((row) => published(cellOf(row), row.alerts)), ...hits.map(({ rule, simulated, hits: n }) => published(`${rule} ${String(simulated)}`, n))];
      expect(rows.filter((row) => row.alerts !== null && row.alerts < 5)).toEqual([]);
      expect(disclosed(figures, partsOf).filter(({ key }) => isSmall(key) && !isAlone(key))).toEqual([]);
      for (const { rule, simulated, hits: n } of hits) {
        const own = rows.filter((row) => row.rule === rule && row.simulated === simulated);
        const hidden = own.filter(({ alerts: shown }) => shown === null);
        const rest = n - own.reduce((sum, { alerts: shown }) => sum + (shown ?? 0), 0);
        // As many ones, or as many fours, tell each of them; where nothing else can be left out, nothing helps.
        if (hidden.length > 0 && hidden.length < own.length) expect([seed, rule, hidden.length, rest === hidden.length, rest === 4 * hidden.length && hidden.every((row) => isSmall(cellOf(row)))]).toEqual([seed, rule, hidden.length, false, false]);
        secondary += hidden.filter((row) => !isSmall(cellOf(row))).length;
      }
      leftOut += rows.filter(({ suppressed }) => suppressed === 1).length;
    }
    expect([leftOut > 300, secondary > 100]).toEqual([true, true]);
  });

  it('would tell a cell that is left out alone', () => {
    const parts = new Map([['a', new Map([['a', 1n]])], ['b', new Map([['b', 1n]])], ['all', new Map([['a', 1n], ['b', 1n]])]]);
    expect(disclosed([published('a', null), published('b', 7), published('all', 9)], (key) => parts.get(key) ?? new Map()).map(({ key }) => key)).toEqual(['a']);
  });
});
