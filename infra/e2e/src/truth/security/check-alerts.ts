import type { Warehouse } from '@da06/warehouse';
import { differences } from '../differences.ts';
import { comparable } from '../population/comparable.ts';
import { expectedCounts, expectedPrecision } from './alert-counts.ts';
import { expectedAlerts, type AlertsOf } from './expected-alerts.ts';

const moments = (names: readonly string[]): string => names.map((name) => `toUnixTimestamp64Milli(${name}) AS ${name}`).join(', ');
const exactly = 'SETTINGS output_format_json_quote_64bit_integers = 0, output_format_json_quote_denormals = 0';

/** Holds every row of the views of the watch-list and of alerts against what plain functions make of what was played. */
export const checkAlerts = async (of: AlertsOf, { query, rules }: Pick<Warehouse, 'query'> & { /** Codes of those that were published. */ readonly rules: readonly string[] }): Promise<{ readonly rows: Record<string, number>; readonly differences: string[] }> => {
  const rows: Record<string, number> = {};
  const found: string[] = [];
  const hold = (view: string, expected: readonly object[], actual: readonly object[]): void => {
    rows[view] = actual.length;
    found.push(...differences(view, expected.map(comparable), actual.map(comparable)));
  };
  const { watched } = of.watch;
  hold('watch_entries', watched.map(({ entry, eventId, reasonClass, validFrom, expiresOn, added, removed }) => ({
    entry, reason_class: reasonClass, valid_from: validFrom, expires_on: expiresOn, added_at: added.at, removed_at: removed?.at ?? null, cause: removed?.cause ?? '', simulated: 0, event_id: eventId,
  })), await query<object>(`SELECT * REPLACE (${moments(['added_at', 'removed_at'])}) FROM da06.watch_entries ${exactly}`));

  const expected = expectedAlerts(of);
  const alerts = await query<{ readonly alert: string; readonly entry: string; readonly event_id: string; readonly evidence: readonly string[] }>(`SELECT * REPLACE (${moments(['raised_at', 'happened_at', 'confirmed_at', 'dismissed_at', 'closed_at'])}) FROM da06.alerts ${exactly}`);
  hold('alerts', expected, alerts.map(({ alert: _, event_id: __, evidence: ___, ...row }) => row));
  for (const name of ['alert', 'event_id'] as const) if (new Set(alerts.map((row) => row[name])).size !== alerts.length) found.push(`alerts: ${name} stands twice`);
  const addedBy = new Map(watched.map(({ entry, eventId }) => [entry, eventId]));
  const stayEvents = new Map((await query<{ event_id: string; about: string }>(`SELECT event_id, facility_id || '/' || ref AS about FROM da06.events WHERE type LIKE 'vn.da06.stay.%' ${exactly}`)).map(({ event_id, about }) => [event_id, about]));
  for (const { alert, entry, evidence, ...row } of alerts as readonly ((typeof alerts)[number] & { readonly facility_id: string; readonly ref: string })[]) {
    const [added, stay = ''] = evidence;
    if (evidence.length !== 2 || added !== addedBy.get(entry) || stayEvents.get(stay) !== `${row.facility_id}/${row.ref}`) found.push(`alerts: ${alert} does not follow from its evidence`);
  }

  const counted = expected.map(({ day, unit_uid: unit, rule, simulated, judged }) => ({ day, unit, rule, simulated, judged }));
  hold('alert_counts', expectedCounts(counted), await query<object>(`SELECT * FROM da06.alert_counts ${exactly}`));
  hold('alert_precision', expectedPrecision(counted, rules), await query<object>(`SELECT * FROM da06.alert_precision ${exactly}`));
  return { rows, differences: found };
};
