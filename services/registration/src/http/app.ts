import { problem, type Logger, type Metrics } from '@da06/service-kit';
import { Hono } from 'hono';
import { deskRoutes } from '../desk/page.ts';
import { dayRoutes } from '../routes/days.ts';
import { documentRoutes } from '../routes/documents.ts';
import { exportRoutes } from '../routes/exports.ts';
import { facilityRoutes } from '../routes/facilities.ts';
import { guestRoutes } from '../routes/guests.ts';
import { keyRoutes } from '../routes/keys.ts';
import { ownRecordRoutes } from '../routes/own-record.ts';
import { portalRoutes } from '../routes/portal.ts';
import { stayRoutes } from '../routes/stays.ts';
import { systemRoutes } from '../routes/system.ts';
import type { Described } from '../docs/document.ts';
import type { Service } from '../service.ts';
import { errorResponse } from './error-response.ts';

export type AppDeps = { readonly metrics: Metrics; readonly logger: Logger; readonly newId: () => string; readonly ready: () => boolean; /** Routes of the same process, for the description. */ readonly others?: Described | undefined };

/** All routes of registration. An address that is known under another method answers 405 with Allow. */
export const createApp = (service: Service, deps: AppDeps): Hono => {
  const app = new Hono();
  app.use(async (c, next) => {
    const started = performance.now();
    await next();
    service.metrics.request(c.req.method + ' ' + routeOf(app, c.req.path), c.res.status, (performance.now() - started) / 1000);
  });
  facilityRoutes(app, service);
  keyRoutes(app, service);
  stayRoutes(app, service);
  ownRecordRoutes(app, service);
  portalRoutes(app, service);
  dayRoutes(app, service);
  documentRoutes(app, service);
  guestRoutes(app, service);
  exportRoutes(app, service);
  deskRoutes(app, service.locality);
  systemRoutes(app, service, deps);
  app.onError((error) => errorResponse(error, deps));
  app.notFound((c) => {
    const allowed = methodsAt(app, c.req.path);
    return allowed.length === 0 ? problem('request.not-found') : problem('request.method-not-allowed', { headers: { allow: allowed.join(', ') } });
  });
  return app;
};

type Pattern = { readonly method: string; readonly path: string; readonly expression: RegExp };
const patternsOf = new WeakMap<Hono, readonly Pattern[]>();

const patterns = (app: Hono): readonly Pattern[] => {
  let known = patternsOf.get(app);
  if (known === undefined) {
    known = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => ({ method, path, expression: new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`) }));
    patternsOf.set(app, known);
  }
  return known;
};

const methodsAt = (app: Hono, path: string): string[] => [...new Set(patterns(app).flatMap(({ method, expression }) => (expression.test(path) ? (method === 'GET' ? ['GET', 'HEAD'] : [method]) : [])))];

/** The pattern of an address, for metrics: a reference must not become a label. */
const routeOf = (app: Hono, path: string): string => patterns(app).find(({ expression }) => expression.test(path))?.path ?? 'unknown';
