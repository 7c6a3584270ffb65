import type { Metrics } from '@da06/service-kit';
import { Counter, Gauge, Histogram } from 'prom-client';

/** Every metric of this service. `lag` is asked whenever the metrics are; while the log does not answer the last figure stands. */
export const createProjectorMetrics = (registry: Metrics, lag: () => Promise<number>) => {
  const registers = [registry];
  const lagging: Gauge = new Gauge({
    name: 'projector_lag_records', help: 'Records that no query sees yet, of the whole group', registers,
    collect: (): Promise<void> => lag().then((records) => lagging.set(records), () => undefined),
  });
  return {
    events: new Counter({ name: 'projector_events_total', help: 'Events that were projected, repeats included', registers }),
    deadLetters: new Counter({ name: 'projector_dead_letters_total', help: 'Records set aside', labelNames: ['code'], registers }),
    retries: new Counter({ name: 'projector_retries_total', help: 'Attempts that the engine or the log refused for the moment', registers }),
    stageSeconds: new Histogram({ name: 'projector_stage_seconds', help: 'Time a batch spends in a stage', labelNames: ['stage'], buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10], registers }),
  };
};
export type ProjectorMetrics = ReturnType<typeof createProjectorMetrics>;
