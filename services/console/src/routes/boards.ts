import type { Hono } from 'hono';
import { assertOpens } from '../access/reader.ts';
import type { BoardsAnswer } from '../api.ts';
import { getBoard } from '../boards/catalogue.ts';
import { listFor } from '../boards/list.ts';
import { withoutSql } from '../boards/without-sql.ts';
import type { Context } from './context.ts';

/** What may be opened, and each of it. Boards change with the program alone, but who may open them with the key: no cache keeps them. */
export const boardRoutes = (app: Hono, { readerOf }: Pick<Context, 'readerOf'>): void => {
  app.get('/console/boards', (c) => {
    const { role, local } = readerOf(c.req.raw);
    return c.json({ role, local, boards: listFor(role) } satisfies BoardsAnswer, 200, { 'cache-control': 'no-store' });
  });
  app.get('/console/boards/:uid', (c) => {
    const reader = readerOf(c.req.raw);
    const board = getBoard(c.req.param('uid'));
    assertOpens(reader, board.uid ?? '');
    return new Response(withoutSql(board), { headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' } });
  });
};
