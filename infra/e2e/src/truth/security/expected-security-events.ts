import type { EventCount } from '../expected-events.ts';
import { expectedAlerts, type AlertsOf } from './expected-alerts.ts';

/** Every event that a watch-list and its alerts leave in the log. */
export const expectedSecurityEvents = (of: AlertsOf): EventCount[] => {
  const { watched, judged } = of.watch;
  const steps = judged.flatMap((one) => one.steps);
  const bare = (name: string, events: number): EventCount => ({ facility_id: '', ref: '', type: `vn.da06.${name}.v1`, events });
  const raised = new Map<string, EventCount>();
  for (const { facility_id, ref } of expectedAlerts(of)) {
    const key = `${facility_id}/${ref}`;
    raised.set(key, { facility_id, ref, type: 'vn.da06.alert.raised.v1', events: 1 + (raised.get(key)?.events ?? 0) });
  }
  const stepsOf = (action: string): number => steps.filter((step) => step.action === action).length;
  return [
    bare('watch-entry.added', watched.length), bare('watch-entry.removed', watched.filter(({ removed }) => removed !== undefined).length),
    bare('alert.confirmed', stepsOf('confirm')), bare('alert.dismissed', stepsOf('dismiss')), bare('alert.closed', stepsOf('close')), ...raised.values(),
  ].filter(({ events }) => events > 0);
};
