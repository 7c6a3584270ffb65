import { serviceApp } from '@da06/service-kit';
import type { Hono } from 'hono';
import type { ConsoleMetrics } from './metrics.ts';
import { boardRoutes } from './routes/boards.ts';
import type { Context } from './routes/context.ts';
import { liveRoutes } from './routes/live.ts';
import { pageRoutes } from './routes/pages.ts';
import { questionRoutes } from './routes/questions.ts';

export type AppDeps = { readonly metrics: Pick<ConsoleMetrics, 'request'>; readonly newId: () => string };

/** All routes of the console. An address that is known under another method answers 405 with Allow. */
export const createApp = (context: Context, { metrics, newId }: AppDeps): Hono =>
  serviceApp({ request: metrics.request, logger: context.logger, newId }, (app) => {
    boardRoutes(app, context);
    questionRoutes(app, context);
    liveRoutes(app, context);
    pageRoutes(app, context);
  });
