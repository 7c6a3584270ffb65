import type { KnownAlert } from '../known/types.ts';

/** What came of the alerts of a rule. `precision` = confirmed among those judged, null when none was. What a rule did not find is known to nobody. */
export type Judgements = { readonly hits: number; readonly confirmed: number; readonly dismissed: number; readonly open: number; readonly precision: number | null };

const of = (alerts: readonly KnownAlert[]): Judgements => {
  const judged = (as: string): number => alerts.filter(({ state }) => state.judged === as).length;
  const [confirmed, dismissed] = [judged('confirmed'), judged('dismissed')];
  return { hits: alerts.length, confirmed, dismissed, open: alerts.length - confirmed - dismissed, precision: confirmed + dismissed === 0 ? null : confirmed / (confirmed + dismissed) };
};

/** What came of each rule's alerts, those of the demonstration apart. */
export const judgementsOf = (alerts: Iterable<KnownAlert>): ((rule: string, simulated: boolean) => Judgements) => {
  const sorted = new Map<string, KnownAlert[]>();
  for (const alert of alerts) {
    const { rule, simulated } = alert.state.raised;
    const key = `${rule}/${String(simulated)}`;
    const own = sorted.get(key);
    if (own === undefined) sorted.set(key, [alert]);
    else own.push(alert);
  }
  const counted = new Map([...sorted].map(([key, own]) => [key, of(own)]));
  return (rule, simulated) => counted.get(`${rule}/${String(simulated)}`) ?? of([]);
};
