import { errorResponse, routesOf, type Logger } from '@da06/service-kit';
import { Hono } from 'hono';
import type { SignalsMetrics } from './metrics.ts';
import { alertCountRoutes } from './routes/alert-counts.ts';
import { alertRuleRoutes } from './routes/alert-rules.ts';
import { alertRoutes } from './routes/alerts.ts';
import { watchEntryRoutes } from './routes/watch-entries.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import type { Service } from './service.ts';

export type AppDeps = { readonly metrics: Pick<SignalsMetrics, 'request'>; readonly logger: Logger; readonly newId: () => string };

/** All routes of the watch-list, of alerts and of webhooks. An address that is known under another method answers 405 with Allow. */
export const createApp = (service: Service, { metrics, logger, newId }: AppDeps): Hono => {
  const app = new Hono();
  const routes = routesOf(app);
  app.use(async (c, next) => {
    const started = performance.now();
    await next();
    metrics.request(`${c.req.method} ${routes.patternOf(c.req.path)}`, c.res.status, (performance.now() - started) / 1000);
  });
  watchEntryRoutes(app, service);
  alertCountRoutes(app, service);
  alertRoutes(app, service);
  webhookRoutes(app, service);
  alertRuleRoutes(app, service);
  app.onError((error) => errorResponse(error, { logger, newId }));
  app.notFound((c) => routes.notFound(c.req.path));
  return app;
};
