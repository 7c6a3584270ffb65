import { expectedRates } from '../truth/incidents/expected-rates.ts';
import { factsOf } from '../truth/population/facts.ts';
import { localDay } from './facts.ts';
import type { Headlines } from './headline.ts';

type Rate = { readonly period_kind: string; readonly month: string; readonly place_kind: string; readonly kind: string; readonly closed: number; readonly incidents: number | null; readonly sum_12m: number | null; readonly in_time: number | null; readonly judged: number | null };

/** Incidents of the last month of the calendar that is over, as the simulator had them. */
export const security: Headlines = {
  uid: 'an-ninh',
  of: ({ truth, published }, asOf) => {
    const newest = localDay(asOf);
    const rows = expectedRates({ told: truth.oversight.incidents, units: factsOf(published).units, asOf }, newest, newest) as readonly Rate[];
    const whole = rows.filter(({ period_kind, place_kind, kind, closed }) => period_kind === 'calendar' && place_kind === 'all' && kind === '' && closed === 1).sort((a, b) => (a.month < b.month ? 1 : -1));
    const [last] = whole;
    if (last?.incidents === undefined || last.incidents === null) throw new RangeError('no month that is over can be shown: nothing would be compared');
    return [
      { what: 'incidents of the month', panel: 11, days: 60, expected: [[last.incidents]] },
      { what: 'incidents of twelve months', panel: 12, days: 60, expected: [[last.sum_12m]] },
      { what: 'handled in time', panel: 14, days: 60, expected: [[last.in_time === null || last.judged === null ? null : last.in_time / last.judged]] },
    ];
  },
};
