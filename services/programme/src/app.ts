import { serviceApp, type Logger } from '@da06/service-kit';
import type { Hono } from 'hono';
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
export const createApp = (service: Service, { metrics, logger, newId }: AppDeps): Hono =>
  serviceApp({ request: metrics.request, logger, newId }, (app) => {
    modelRoutes(app, service);
    reportRoutes(app, service);
    requestRoutes(app, service);
    planRoutes(app, service);
    sheetRoutes(app, service);
    consolidatedRoutes(app, service);
    figureRoutes(app, service);
  });
