import { expand, type Answer } from '@da06/dashboards';
import type { KeyRole } from '@da06/events';
import { AppError } from '@da06/errors';
import { parseBearer, problem, problemOf, type Logger } from '@da06/service-kit';
import type { Warehouse } from '@da06/warehouse';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { fieldsOf } from './answer.ts';
import type { BoardsAnswer, PanelAnswer, VariableAnswer } from './api.ts';
import { assetRoutes } from './assets.ts';
import { boardFor, listFor, panelOf, statementOf, variableOf, withoutSql } from './boards.ts';

export type ConsoleDeps = {
  readonly warehouse: Pick<Warehouse, 'personQuery'>;
  /** The role of a key, or undefined for a text that is none. */
  readonly roleOfKey: (key: string) => KeyRole | undefined;
  readonly logger: Logger;
};

const View = {
  uid: z.string().max(60),
  from: z.int().min(0),
  to: z.int(),
  interval: z.int().min(1),
  variables: z.record(z.string().max(60), z.union([z.literal('all'), z.array(z.string().max(200)).max(200)])),
};
const PanelAsked = z.strictObject({ ...View, panel: z.int() });
const VariableAsked = z.strictObject({ ...View, name: z.string().max(60) });

type Statistics = { readonly statistics: { readonly elapsed: number; readonly rows_read: number; readonly bytes_read: number } };

/** Boards in a browser: the viewer's files, and what its panels ask. */
export const createConsole = ({ warehouse, roleOfKey, logger }: ConsoleDeps) => {
  const app = new Hono();
  app.onError((error) => problemOf(error, { newId: randomUUID, report: (cause, id) => logger.error({ err: cause, id }, 'request failed') }));

  const roleOf = (c: Context): KeyRole | undefined => roleOfKey(parseBearer(c.req.header('authorization') ?? null) ?? '');
  const ask = async (sql: string): Promise<Answer & Statistics> =>
    JSON.parse(Buffer.from((await warehouse.personQuery({ sql, format: 'JSONCompact', database: 'da06' })).bytes).toString()) as Answer & Statistics;
  const view = ({ from, to, interval, variables }: z.output<typeof PanelAsked> | z.output<typeof VariableAsked>) => ({
    from, to, interval,
    variables: Object.fromEntries(Object.entries(variables).map(([name, chosen]) => [name, chosen === 'all' ? { values: [], all: true } : { values: chosen }])),
  });

  app.get('/console/boards', (c) => {
    const role = roleOf(c);
    return role === undefined ? problem('request.unauthorized') : c.json({ role, local: false, boards: listFor(role) } satisfies BoardsAnswer);
  });
  app.get('/console/boards/:uid', (c) => {
    const role = roleOf(c);
    if (role === undefined) return problem('request.unauthorized');
    const board = boardFor(role, c.req.param('uid'));
    return board === undefined ? problem('request.not-found') : Response.json(withoutSql(board));
  });
  app.post('/console/panel', async (c) => {
    const role = roleOf(c);
    if (role === undefined) return problem('request.unauthorized');
    const asked = parse(PanelAsked, await c.req.json().catch(() => undefined));
    const board = boardFor(role, asked.uid);
    const panel = board === undefined ? undefined : panelOf(board, asked.panel);
    const statement = panel === undefined ? undefined : statementOf(panel);
    if (statement === undefined) return problem('request.not-found');
    const answer = await ask(expand(statement.rawSql, view(asked)));
    return c.json({ format: statement.format, fields: fieldsOf(answer), rows: answer.data.length, readRows: answer.statistics.rows_read, readBytes: answer.statistics.bytes_read, ms: Math.round(answer.statistics.elapsed * 1000) } satisfies PanelAnswer);
  });
  app.post('/console/variable', async (c) => {
    const role = roleOf(c);
    if (role === undefined) return problem('request.unauthorized');
    const asked = parse(VariableAsked, await c.req.json().catch(() => undefined));
    const board = boardFor(role, asked.uid);
    const variable = board === undefined ? undefined : variableOf(board, asked.name);
    if (variable === undefined) return problem('request.not-found');
    const { data } = await ask(expand(variable.sql, view(asked)));
    return c.json({ options: data.map(([value, text]) => ({ value: String(value), text: String(text ?? value) })) } satisfies VariableAnswer);
  });
  assetRoutes(app);
  return { fetch: (request: Request): Response | Promise<Response> => app.fetch(request) };
};

const parse = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new AppError('request.invalid', { detail: parsed.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`).join('; ') });
  return parsed.data;
};

/** Paths that the console answers. */
export const isConsolePath = (path: string): boolean => path === '/console' || path.startsWith('/console/') || path.startsWith('/d/') || path === '/programme' || path === '/health';
