import { errorResponse, routesOf, type Logger } from '@da06/service-kit';
import { Hono } from 'hono';
import type { ProgrammeMetrics } from './metrics.ts';
import { consolidatedRoutes } from './routes/consolidated.ts';
import { figureRoutes } from './routes/figures.ts';
import { modelRoutes } from './routes/models.ts';
import { planRoutes } from './routes/plan.ts';
import { reportRoutes } from './routes/reports.ts';
import { requestRoutes } from './routes/requests.ts';
import { sheetRoutes } from './routes/sheets.ts';
import type { Service } from './service.ts';

export type AppDeps = { readonly metrics: Pick<ProgrammeMetrics, 'request'>; readonly logger: Logger; readonly newId: () => string };

/** All routes of the programme. An address that is known under another method answers 405 with Allow. */
export const createApp = (service: Service, { metrics, logger, newId }: AppDeps): Hono => {
  const app = new Hono();
  const routes = routesOf(app);
  app.use(async (c, next) => {
    const started = performance.now();
    await next();
    metrics.request(`${c.req.method} ${routes.patternOf(c.req.path)}`, c.res.status, (performance.now() - started) / 1000);
  });
  modelRoutes(app, service);
  reportRoutes(app, service);
  requestRoutes(app, service);
  planRoutes(app, service);
  sheetRoutes(app, service);
  consolidatedRoutes(app, service);
  figureRoutes(app, service);
  app.onError((error) => errorResponse(error, { logger, newId }));
  app.notFound((c) => routes.notFound(c.req.path));
  return app;
};
