import type { Metrics } from '@da06/service-kit';
import { Counter, Gauge, Histogram } from 'prom-client';

type ConsoleMetricsDeps = { readonly listeners: () => number };

/** Every metric of this service. */
export const createConsoleMetrics = (registry: Metrics, { listeners }: ConsoleMetricsDeps) => {
  const registers = [registry];
  const listening: Gauge = new Gauge({ name: 'console_live_listeners', help: 'Pages that are told when newer events can be seen', registers, collect: () => listening.set(listeners()) });
  const requests = new Histogram({ name: 'console_request_seconds', help: 'Time of a request by route and status', labelNames: ['route', 'status'], buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10], registers });
  return {
    request: (route: string, status: number, seconds: number): void => requests.labels(route, String(status)).observe(seconds),
    asked: new Counter({ name: 'console_statements_total', help: 'Statements that were asked of the tables', registers }),
    shared: new Counter({ name: 'console_shared_answers_total', help: 'Questions that got the answer of a statement that was being asked already', registers }),
    askSeconds: new Histogram({ name: 'console_statement_seconds', help: 'Time of a statement, from when it was wanted to its answer', buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30], registers }),
  };
};
export type ConsoleMetrics = ReturnType<typeof createConsoleMetrics>;
