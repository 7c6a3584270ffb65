import type { Metrics } from '@da06/service-kit';
import { Counter, Gauge, Histogram } from 'prom-client';

/** Every metric of this service. `decides` is asked whenever the metrics are. */
export const createProgrammeMetrics = (registry: Metrics, decides: () => boolean) => {
  const registers = [registry];
  const requests = new Histogram({ name: 'programme_request_seconds', help: 'Time of a request by route and status', labelNames: ['route', 'status'], buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5], registers });
  const events = new Counter({ name: 'programme_events_total', help: 'Events appended to the log, by type', labelNames: ['type'], registers });
  const owner: Gauge = new Gauge({ name: 'programme_owner', help: '1 = this process decides', registers, collect: () => owner.set(decides() ? 1 : 0) });
  return {
    request: (route: string, status: number, seconds: number): void => requests.labels(route, String(status)).observe(seconds),
    event: (type: string): void => events.labels(type).inc(),
  };
};
export type ProgrammeMetrics = ReturnType<typeof createProgrammeMetrics>;
