import type { Metrics } from '@da06/service-kit';
import { Counter, Gauge, Histogram } from 'prom-client';

type SignalsMetricsDeps = { readonly lag: () => Promise<number>; readonly matches: () => boolean; /** Subscriptions in a state. */ readonly webhooks: (status: 'active' | 'failing') => number };

/** Every metric of this service. `lag` and `matches` are asked whenever the metrics are; while the log does not answer the last figure stands. */
export const createSignalsMetrics = (registry: Metrics, { lag, matches, webhooks }: SignalsMetricsDeps) => {
  const registers = [registry];
  const lagging: Gauge = new Gauge({ name: 'signals_lag_records', help: 'Records that were not looked at yet', registers, collect: (): Promise<void> => lag().then((records) => lagging.set(records), () => undefined) });
  const matching: Gauge = new Gauge({ name: 'signals_matches', help: '1 = this process looks and decides', registers, collect: () => matching.set(matches() ? 1 : 0) });
  const subscribed: Gauge = new Gauge({
    name: 'signals_webhooks', help: 'Subscriptions: active, or failing for a day and longer', labelNames: ['status'], registers,
    collect: () => (['active', 'failing'] as const).forEach((status) => subscribed.set({ status }, webhooks(status))),
  });
  const requests = new Histogram({ name: 'signals_request_seconds', help: 'Time of a request by route and status', labelNames: ['route', 'status'], buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5], registers });
  return {
    request: (route: string, status: number, seconds: number): void => requests.labels(route, String(status)).observe(seconds),
    alerts: new Counter({ name: 'signals_alerts_total', help: 'Alerts raised, by rule', labelNames: ['rule'], registers }),
    delaySeconds: new Histogram({ name: 'signals_delay_seconds', help: 'From the receipt of the last of what an alert follows from until it is in the log, by rule', labelNames: ['rule'], buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 5, 60, 3_600, 86_400], registers }),
    deliveries: new Counter({ name: 'signals_webhook_deliveries_total', help: 'Attempts to tell a subscriber of an event', labelNames: ['status'], registers }),
    retries: new Counter({ name: 'signals_retries_total', help: 'Attempts that the log refused for the moment', registers }),
    sweepSeconds: new Histogram({ name: 'signals_sweep_seconds', help: 'Time of asking every rule of the tables', buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30], registers }),
    batchSeconds: new Histogram({ name: 'signals_batch_seconds', help: 'Time of a batch, from its records to its alerts', buckets: [0.002, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10], registers }),
  };
};
export type SignalsMetrics = ReturnType<typeof createSignalsMetrics>;
