import { named } from '../clickhouse/sql.ts';
import type { PanelSpec, Threshold } from '../panels/spec.ts';
import type { Say, Text } from '../text.ts';

const change: Text = { vi: 'so với tuần trước', en: 'against last week' };
const rise: readonly Threshold[] = [{ from: null, color: 'red' }, { from: 0, color: 'green' }];
const fall: readonly Threshold[] = [{ from: null, color: 'green' }, { from: 0.0001, color: 'red' }];
const neither: readonly Threshold[] = [{ from: null, color: 'text' }];

type Figure = {
  readonly id: number;
  readonly at: PanelSpec['at'];
  readonly title: Text;
  readonly description: Text;
  readonly unit: string;
  /** What is counted, as the figure's own name. */
  readonly counted: Text;
  /** Which change is good; none for what is neither. */
  readonly good: 'more' | 'less' | 'neither';
  /** One row: `now`, and `before` a week earlier. */
  readonly source: string;
};

/** A large figure with its change against last week: the difference, in the figure's own unit. */
export const figure = ({ good, counted, source, ...rest }: Figure, say: Say): PanelSpec => ({
  kind: 'stat', named: true, ...rest, decimals: rest.unit === 'percent' ? 1 : 0,
  columns: [{ name: counted, thresholds: neither }, { name: change, ...(rest.unit === 'percent' && { unit: say({ vi: 'suffix: điểm %', en: 'suffix: pp' }) }), thresholds: good === 'more' ? rise : good === 'less' ? fall : neither }],
  sql: `SELECT now AS ${named(say, counted)}, now - before AS ${named(say, change)} FROM (${source.trim()})`,
});
