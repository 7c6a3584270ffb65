import { errorCatalogue } from '@da06/errors';
import { type Described, healthResponse, type Metrics, metricsResponse, pageHeaders, readyResponse } from '@da06/service-kit';
import type { Hono } from 'hono';
import { docsPage } from '../docs/page.ts';
import { describedWith, openApiDocument } from '../docs/document.ts';
import type { Service } from '../service.ts';

/** What needs no key: codes, documentation, keys of receipts, health. */
export const systemRoutes = (app: Hono, service: Service, deps: { readonly metrics: Metrics; readonly ready: () => boolean; readonly others?: Described | undefined }): void => {
  const described = describedWith(deps.others);
  const document = openApiDocument(service.locality, described);
  const page = docsPage(document, service.locality, described);
  app.get('/v1/errors', (c) => c.json(errorCatalogue()));
  app.get('/openapi.json', (c) => c.json(document));
  const headersOfPage = pageHeaders(page);
  app.get('/docs', (c) => c.body(page, 200, headersOfPage));
  app.get('/.well-known/jwks.json', (c) => {
    c.header('cache-control', 'public, max-age=300');
    return c.json(service.receiptKeys.jwks);
  });
  app.get('/healthz', () => healthResponse());
  app.get('/readyz', () => readyResponse({ ready: deps.ready(), demonstration: 'off', lag: 0 }));
  app.get('/metrics', () => metricsResponse(deps.metrics));
};
