import type { AlertRaisedData } from '@da06/events';
import type { Expected } from './expected.ts';

/** What a rule found of what there was to find. `twice` = alerts beyond the first of one thing. */
export type Line = { readonly rule: string; readonly expected: number; readonly hits: number; readonly misses: readonly Expected[]; readonly falseAlarms: readonly AlertRaisedData[]; readonly twice: number };

const isOf = ({ facility, of }: Expected, alert: AlertRaisedData): boolean => facility === alert.facility && (of.length === 0 || of.includes(alert.ref === '' ? alert.day : alert.ref));

/** A line a rule. */
export const compareRules = (rules: readonly string[], expected: readonly Expected[], alerts: readonly AlertRaisedData[]): readonly Line[] =>
  rules.map((rule) => {
    const [due, raised] = [expected.filter((one) => one.rule === rule), alerts.filter((one) => one.rule === rule)];
    const found = due.map((one) => raised.filter((alert) => isOf(one, alert)).length);
    return {
      rule, expected: due.length, hits: found.filter((count) => count > 0).length, misses: due.filter((_, place) => found[place] === 0),
      falseAlarms: raised.filter((alert) => !due.some((one) => isOf(one, alert))), twice: found.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
    };
  });
