import { errorResponse, routesOf } from '@da06/service-kit';
import { Hono } from 'hono';
import type { ConsoleMetrics } from './metrics.ts';
import { boardRoutes } from './routes/boards.ts';
import type { Context } from './routes/context.ts';
import { liveRoutes } from './routes/live.ts';
import { pageRoutes } from './routes/pages.ts';
import { questionRoutes } from './routes/questions.ts';

export type AppDeps = { readonly metrics: Pick<ConsoleMetrics, 'request'>; readonly newId: () => string };

/** All routes of the console. An address that is known under another method answers 405 with Allow. */
export const createApp = (context: Context, { metrics, newId }: AppDeps): Hono => {
  const app = new Hono();
  const routes = routesOf(app);
  app.use(async (c, next) => {
    const started = performance.now();
    await next();
    metrics.request(`${c.req.method} ${routes.patternOf(c.req.path)}`, c.res.status, (performance.now() - started) / 1000);
  });
  boardRoutes(app, context);
  questionRoutes(app, context);
  liveRoutes(app, context);
  pageRoutes(app, context);
  app.onError((error) => errorResponse(error, { logger: context.logger, newId }));
  app.notFound((c) => routes.notFound(c.req.path));
  return app;
};
