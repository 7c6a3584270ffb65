import type { Hono } from 'hono';
import { assertOpensAny } from '../access/reader.ts';
import type { Context } from './context.ts';

/** Lines of JSON for as long as somebody listens. `x-accel-buffering`: nginx would keep them back. */
export const liveRoutes = (app: Hono, { readerOf, live }: Pick<Context, 'readerOf' | 'live'>): void => {
  app.get('/console/live', async (c) => {
    assertOpensAny(readerOf(c.req.raw));
    return new Response(await live.listen(), { headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' } });
  });
};
