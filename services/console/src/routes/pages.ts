import { problem } from '@da06/service-kit';
import type { Hono } from 'hono';
import { sendFile } from '../pages/send.ts';
import { firstPage, missingPage, plainFirstPage, viewerPage } from '../pages/viewer-page.ts';
import type { Context } from './context.ts';

/** The viewer: one page at every address of it, and its parts. They hold nothing of anybody, so they need no key. */
export const pageRoutes = (app: Hono, { overview, viewer }: Pick<Context, 'overview' | 'viewer'>): void => {
  app.get('/', async () => {
    const page = viewer.page();
    return page === undefined ? plainFirstPage(await overview()) : firstPage(page, await overview());
  });
  app.get('/console/overview', async (c) => c.json(await overview(), 200, { 'cache-control': 'no-store' }));
  for (const path of ['/console', '/d/:uid', '/programme', '/health'])
    app.get(path, (c) => {
      const page = viewer.page();
      return page === undefined ? missingPage() : viewerPage(c.req.raw, page);
    });
  app.get('/console/assets/:file', (c) => {
    const file = viewer.find(c.req.param('file'));
    return file === undefined ? problem('request.not-found') : sendFile(c.req.raw, file);
  });
};
