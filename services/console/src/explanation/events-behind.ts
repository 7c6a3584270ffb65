import { deadLetterRecordedType } from '@da06/events';
import type { ExplanationAnswer } from '../api.ts';
import type { Ask } from '../questions/ask.ts';
import { rowsOf } from '../questions/rows.ts';
import { haveDeadline } from './feeding.ts';

type Range = { readonly from: number; readonly to: number };
export type EventsBehind = Pick<ExplanationAnswer, 'types' | 'events' | 'late' | 'lastData'>;

const moment = (at: number): string => `fromUnixTimestamp64Milli(${at})`;
const within = (column: string, { from, to }: Range): string => `${column} BETWEEN ${moment(from)} AND ${moment(to)}`;

/**
 * Events lie in the order of receipt, and are received after they happen (a sender's clock may be some hours fast): what was received before the
 * range is not read. Dead letters are no events of the log's own and have a view of theirs.
 */
const eventsSql = (types: readonly string[], range: Range): string => `
SELECT type, count() AS events, countIf(recorded_at > occurred_at + INTERVAL 24 HOUR) AS late, toUnixTimestamp64Milli(max(recorded_at)) AS newest
FROM
(
    SELECT type, occurred_at, recorded_at FROM events
    WHERE type IN (${types.map((type) => `'${type}'`).join(', ')}) AND recorded_at >= ${moment(range.from)} - INTERVAL 1 DAY AND ${within('occurred_at', range)}${types.includes(deadLetterRecordedType) ? `
    UNION ALL
    SELECT '${deadLetterRecordedType}', recorded_at, recorded_at FROM dead_letters WHERE ${within('recorded_at', range)}` : ''}
)
GROUP BY type
ORDER BY events DESC, type`;

/** By the legal deadline: notices received in the range. */
const noticesSql = (range: Range): string => `SELECT countIf(late) AS late, count() AS notices FROM stay_notices WHERE ${within('recorded_at', range)}`;

/** How many events of a range are of these types, how many of them came late, and when the newest was received. */
export const eventsBehind = async (ask: Ask, types: readonly string[], range: Range): Promise<EventsBehind> => {
  if (types.length === 0) return { types: [], events: 0, late: { by: 'day', late: 0, of: 0 }, lastData: null };
  const [events, notices] = await Promise.all([ask(eventsSql(types, range)), haveDeadline(types) ? ask(noticesSql(range)) : undefined]);
  const rows = rowsOf(events).map(([type, count, late, newest]) => ({ type: String(type), events: Number(count), late: Number(late), newest: Number(newest) }));
  const count = rows.reduce((sum, row) => sum + row.events, 0);
  const [told] = notices === undefined ? [] : rowsOf(notices);
  return {
    types: rows.map(({ type, events: of }) => ({ type, events: of })),
    events: count,
    late: told === undefined ? { by: 'day', late: rows.reduce((sum, row) => sum + row.late, 0), of: count } : { by: 'deadline', late: Number(told[0]), of: Number(told[1]) },
    lastData: rows.length === 0 ? null : Math.max(...rows.map(({ newest }) => newest)),
  };
};
