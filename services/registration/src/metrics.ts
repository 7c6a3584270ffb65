import type { Metrics } from '@da06/service-kit';
import { Counter, Histogram } from 'prom-client';
import type { Counts } from './commit/answer.ts';

export type RegistrationMetrics = {
  readonly request: (route: string, status: number, seconds: number) => void;
  readonly batch: (counts: Counts, stages: { readonly prepare: number; readonly commit: number; readonly sign: number }) => void;
  readonly unit: (unit: { readonly events: number; readonly jobs: number; readonly seconds: number }) => void;
};

/** Every metric of this service. */
export const createRegistrationMetrics = (registry: Metrics): RegistrationMetrics => {
  const registers = [registry];
  const requests = new Histogram({ name: 'registration_request_seconds', help: 'Time of a request by route and status', labelNames: ['route', 'status'], buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10], registers });
  const items = new Counter({ name: 'registration_items_total', help: 'Records received, by what became of them', labelNames: ['status'], registers });
  const late = new Counter({ name: 'registration_late_total', help: 'Stays that were told after their deadline', registers });
  const stages = new Counter({ name: 'registration_stage_seconds_total', help: 'Time spent on records, by stage', labelNames: ['stage'], registers });
  const units = new Histogram({ name: 'registration_unit_seconds', help: 'Time of one transaction of the log', buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2], registers });
  const events = new Counter({ name: 'registration_events_total', help: 'Events appended to the log', registers });
  return {
    request: (route, status, seconds) => requests.labels(route, String(status)).observe(seconds),
    batch: (counts, { prepare, commit, sign }) => {
      items.labels('accepted').inc(counts.accepted - counts.duplicate - counts.amended);
      items.labels('duplicate').inc(counts.duplicate);
      items.labels('amended').inc(counts.amended);
      items.labels('rejected').inc(counts.rejected);
      late.inc(counts.late);
      stages.labels('prepare').inc(prepare);
      stages.labels('commit').inc(commit);
      stages.labels('sign').inc(sign);
    },
    unit: (unit) => {
      units.observe(unit.seconds);
      events.inc(unit.events);
    },
  };
};
