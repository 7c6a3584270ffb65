import { healthResponse, metricsResponse, problem, readyResponse } from '@da06/service-kit';
import type { Metrics, Readiness } from '@da06/service-kit';

export type ServiceDoorDeps = {
  readonly metrics: Metrics;
  readonly ready: () => boolean;
  /** Events in the log that no query sees yet; 0 for a service that has nothing to do with that. */
  readonly lag: () => Promise<number>;
  readonly demonstration?: () => Readiness['demonstration'];
  /** Everything that is not the service's own health. */
  readonly next?: (request: Request) => Response | Promise<Response>;
};

/** `/healthz`, `/readyz` and `/metrics` of one process, before its own routes. */
export const createServiceDoor =
  ({ metrics, ready, lag, demonstration = () => 'off', next = () => problem('request.not-found') }: ServiceDoorDeps) =>
  async (request: Request): Promise<Response> => {
    if (request.method === 'GET' || request.method === 'HEAD') {
      const { pathname } = new URL(request.url);
      if (pathname === '/healthz') return healthResponse();
      if (pathname === '/readyz') return readyResponse({ ready: ready(), demonstration: demonstration(), lag: await lag() });
      if (pathname === '/metrics') return await metricsResponse(metrics);
    }
    return await next(request);
  };
