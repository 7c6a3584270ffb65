import { serviceApp, type Logger } from '@da06/service-kit';
import type { Hono } from 'hono';
import type { SignalsMetrics } from './metrics.ts';
import { alertCountRoutes } from './routes/alert-counts.ts';
import { alertRuleRoutes } from './routes/alert-rules.ts';
import { alertRoutes } from './routes/alerts.ts';
import { watchEntryRoutes } from './routes/watch-entries.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import type { Service } from './service.ts';

export type AppDeps = { readonly metrics: Pick<SignalsMetrics, 'request'>; readonly logger: Logger; readonly newId: () => string };

/** All routes of the watch-list, of alerts and of webhooks. An address that is known under another method answers 405 with Allow. */
export const createApp = (service: Service, { metrics, logger, newId }: AppDeps): Hono =>
  serviceApp({ request: metrics.request, logger, newId }, (app) => {
    watchEntryRoutes(app, service);
    alertCountRoutes(app, service);
    alertRoutes(app, service);
    webhookRoutes(app, service);
    alertRuleRoutes(app, service);
  });
