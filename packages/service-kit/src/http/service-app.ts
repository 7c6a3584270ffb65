import { Hono } from 'hono';
import type { Logger } from '../logger.ts';
import { errorResponse } from './error-response.ts';
import { routesOf } from './routes-of.ts';

export type ServiceAppDeps = {
  /** Told of each answer: `METHOD pattern`, status, seconds. */
  readonly request: (route: string, status: number, seconds: number) => void;
  readonly logger: Logger;
  readonly newId: () => string;
};

/** The app of a service with the routes that `mount` adds: answers are counted by route, whatever one throws becomes problem details, and an address that is known under another method answers 405 with Allow. */
export const serviceApp = ({ request, ...deps }: ServiceAppDeps, mount: (app: Hono) => void): Hono => {
  const app = new Hono();
  const routes = routesOf(app);
  app.use(async (c, next) => {
    const started = performance.now();
    await next();
    request(`${c.req.method} ${routes.patternOf(c.req.path)}`, c.res.status, (performance.now() - started) / 1000);
  });
  mount(app);
  app.onError((error) => errorResponse(error, deps));
  app.notFound((c) => routes.notFound(c.req.path));
  return app;
};
