import { groupedBy } from '../tourism/grouped.ts';

/** An alert, as far as it is counted. */
export type Counted = { readonly day: string; readonly unit: string; readonly rule: string; readonly simulated: number; readonly judged: string };

export type CountRow = { readonly day: string; readonly unit_uid: string; readonly rule: string; readonly alerts: number | null; readonly suppressed: number; readonly simulated: number };

/**
 * Rows of the view `alert_counts`. Of a rule, those under five are left out; where what the others leave of its hits would tell them (one is left out, or so many have the least or the most that
 * they can have), the smallest of the others too, the first of equals by day and unit.
 */
export const expectedCounts = (alerts: readonly Counted[]): CountRow[] =>
  [...groupedBy(alerts, ({ rule, simulated }) => `${rule} ${String(simulated)}`).values()].flatMap((own) => {
    const cells = [...groupedBy(own, ({ day, unit }) => `${day} ${unit}`)].map(([key, { length: n, 0: first }]) => ({ key, n, first }));
    const small = cells.filter(({ n }) => n < 5);
    const rest = small.reduce((sum, { n }) => sum + n, 0);
    const tells = small.length === 1 || (small.length > 0 && (rest === small.length || rest === 4 * small.length));
    const others = cells.filter(({ n }) => n >= 5).sort((a, b) => a.n - b.n || (a.key < b.key ? -1 : 1));
    const hidden = new Set([...small, ...others.slice(0, tells ? 1 : 0)]);
    return cells.map((cell) => {
      const { day = '', unit: unit_uid = '', rule = '', simulated = 0 } = cell.first ?? {};
      return { day, unit_uid, rule, alerts: hidden.has(cell) ? null : cell.n, suppressed: hidden.has(cell) ? 1 : 0, simulated };
    });
  });

/** Rows of the view `alert_precision`: of each rule that is published, whatever it has found. */
export const expectedPrecision = (alerts: readonly Counted[], rules: readonly string[]): object[] => {
  const found = [...groupedBy(alerts, ({ rule, simulated }) => `${rule} ${String(simulated)}`).values()].map((own) => {
    const of = (what: string): number => own.filter(({ judged }) => judged === what).length;
    const [confirmed, dismissed, open] = [of('confirmed'), of('dismissed'), of('')];
    return { rule: own[0]?.rule, simulated: own[0]?.simulated, hits: own.length, confirmed, dismissed, open, precision: confirmed + dismissed === 0 ? null : confirmed / (confirmed + dismissed) };
  });
  const silent = rules.filter((rule) => !found.some((row) => row.rule === rule && row.simulated === 0));
  return [...found, ...silent.map((rule) => ({ rule, simulated: 0, hits: 0, confirmed: 0, dismissed: 0, open: 0, precision: null }))];
};
