import { readAll } from '@da06/event-log';
import type { EventLog } from '@da06/event-log';
import { topics } from '@da06/events';
import { raisedIn } from '@da06/testkit';

/** Matches as `entry/ref`, as far as the log tells them. */
export type ToldAlerts = {
  /** By match: the ids of its alerts. */
  readonly alerts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Alerts that several events tell of. */
  readonly twice: number;
  /** Records beyond the first of one event: the log may hold an event again, tables show it once. */
  readonly repeated: number;
};

/** What the log tells of alerts. */
export const readToldAlerts = async (log: EventLog): Promise<ToldAlerts> => {
  const alerts = new Map<string, Set<string>>();
  const events = new Map<string, Set<string>>();
  let records = 0;
  for await (const read of readAll(log, topics.security)) {
    for (const { eventId, raised: { alert, entry, ref } } of raisedIn(read)) {
      records += 1;
      setOf(alerts, `${entry}/${ref}`).add(alert);
      setOf(events, alert).add(eventId);
    }
  }
  const ids = [...events.values()];
  return { alerts, twice: ids.filter(({ size }) => size > 1).length, repeated: records - ids.reduce((sum, { size }) => sum + size, 0) };
};

const setOf = (map: Map<string, Set<string>>, key: string): Set<string> => {
  const held = map.get(key) ?? new Set<string>();
  map.set(key, held);
  return held;
};

export type Judgement = { readonly missed: number; readonly untrue: number; readonly twice: number; readonly repeated: number };

/** What was told beside what had to be: matches without an alert, alerts of no match, matches or alerts that were told twice. */
export const judge = (expected: ReadonlySet<string>, { alerts, twice, repeated }: ToldAlerts): Judgement => ({
  missed: [...expected].filter((match) => !alerts.has(match)).length,
  untrue: [...alerts.keys()].filter((match) => !expected.has(match)).length,
  twice: twice + [...alerts.values()].reduce((sum, { size }) => sum + size - 1, 0),
  repeated,
});
