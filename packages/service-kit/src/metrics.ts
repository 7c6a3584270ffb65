import { collectDefaultMetrics, Registry } from 'prom-client';

export type Metrics = Registry;

/** A registry of its own for one process; `processMetrics` adds memory, event loop and garbage collection. */
export const createMetrics = (options: { processMetrics?: boolean } = {}): Metrics => {
  const registry = new Registry();
  if (options.processMetrics === true) collectDefaultMetrics({ register: registry });
  return registry;
};

/** The answer to `GET /metrics` in the text format of Prometheus. */
export const metricsResponse = async (registry: Metrics): Promise<Response> =>
  new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } });
