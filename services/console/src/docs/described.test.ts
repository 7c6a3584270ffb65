import { createLogger, routeName } from '@da06/service-kit';
import { describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { isConsolePath } from '../console.ts';
import type { Context } from '../routes/context.ts';
import { consoleDescribed } from './described.ts';

const { operations, roles } = consoleDescribed;
// Of what routes work with, the table of routes needs nothing: no route is called here.
const app = createApp({ logger: createLogger({ name: 'test', level: 'silent' }) } as Partial<Context> as Context, { metrics: { request: () => {} }, newId: () => '' });
const routes = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);

describe('the console’s routes', () => {
  it('are described, each with its roles unless it is open, and no other', () => {
    expect(routes.length).toBeGreaterThan(10);
    expect(operations.map(routeName).sort()).toEqual([...routes].sort());
    expect(Object.keys(roles).sort()).toEqual(operations.filter(({ open }) => open !== true).map(routeName).sort());
  });

  it('are of addresses that a host hands to it, and of no others', () => {
    expect(operations.filter(({ path }) => !isConsolePath(path))).toEqual([]);
    expect(['/desk', '/v1/models', '/consolex', '/d', '/dx/y', '/programmes', '/healthz', '/docs', '/v1/programme/indicators'].filter(isConsolePath)).toEqual([]);
  });

  it('let a feed ask for its boards, which are none, and nothing else', () => {
    expect(Object.entries(roles).filter(([, may]) => may.includes('feed')).map(([route]) => route)).toEqual(['GET /console/boards']);
  });
});
