import { loadLocality } from '@da06/reference';
import { createLogger, createMetrics } from '@da06/service-kit';
import { describe, expect, it } from 'vitest';
import { createApp } from '../http/app.ts';
import type { Service } from '../service.ts';
import { openApiDocument } from './document.ts';
import { docsPage } from './page.ts';

const locality = loadLocality();
const document = openApiDocument(locality);
const paths = document['paths'] as Record<string, Record<string, { responses: Record<string, unknown>; requestBody?: { content: Record<string, { example?: unknown }> } }>>;

describe('the description', () => {
  it('has every route, and no other', () => {
    const service = { locality } as Partial<Service> as Service;
    const app = createApp(service, { metrics: createMetrics(), logger: createLogger({ name: 't', level: 'silent' }), newId: () => '', ready: () => true });
    const routes = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
    expect(described.sort()).toEqual(routes.sort());
  });

  it('resolves every reference, and gives each body an example and each route its errors', () => {
    const at = (pointer: string): unknown => pointer.slice(2).split('/').reduce<unknown>((held, step) => (held as Record<string, unknown>)[step], document);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"(#[^"]+)"/g)].map(([, pointer]) => pointer ?? '');
    expect(references.length).toBeGreaterThan(50);
    for (const pointer of references) expect([pointer, at(pointer)]).not.toEqual([pointer, undefined]);
    for (const [path, methods] of Object.entries(paths)) {
      for (const operation of Object.values(methods)) {
        for (const { example } of Object.values(operation.requestBody?.content ?? {})) expect([path, example]).not.toEqual([path, undefined]);
        if (path.startsWith('/v1/') && path !== '/v1/errors') expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['401', '429']));
      }
    }
  });

  it('is a page that loads nothing from anywhere', () => {
    const page = docsPage(document, locality);
    expect(page).not.toMatch(/<script|<link|<img|src=|@import|https?:\/\//);
    for (const kind of locality.facilityKinds) expect(page).toContain(`<td>${kind.kind}</td>`);
    expect(page).toContain('departure.no-open-stay');
  });
});
