import { AppError } from '@da06/errors';
import { problem } from '@da06/service-kit';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { EraseRequest } from '../erase/request.ts';
import type { HostOperations } from '../operations/operations.ts';

const Claim = z.object({ facility: z.string(), ref: z.string(), eventId: z.string(), status: z.string() });
const VerifyRequest = z.object({ claims: z.object({ accepted: z.array(Claim), rejected: z.int() }).nullable(), waitMs: z.number().min(0).max(600_000) });
const RedriveRequest = z.object({ id: z.string().nullable() });
const RemoveRequest = z.object({ dryRun: z.boolean() });
const BackupRequest = z.object({ folder: z.string().refine(isAbsolute, 'an absolute path') });

/** Told of a fault of ours that the answer must not repeat. */
type Report = (error: unknown) => void;

export type Authorise = (request: Request, roles: readonly string[]) => Promise<Response | undefined> | Response | undefined;

/** Roles that may query: those that see figures, not those that only send. */
const readers = ['analyst', 'standing', 'admin'] as const;

/**
 * What an administrator's commands ask of a running host (`da06 rebuild`, `verify`, `dead-letters`, `backup`, `erase`, `retention`, `key rotate-master`), and `POST /v1/sql`.
 */
export const createHostRoutes = (deps: { operations: HostOperations; authorise: Authorise; actorOf: (request: Request) => string; report: Report }): Hono => {
  const { operations, authorise, actorOf, report } = deps;
  const app = new Hono();
  let rebuilding = false;
  let erasing = false;
  let removing = false;

  const guarded = (roles: readonly string[], work: (c: Context) => Promise<Response>) => async (c: Context) =>
    (await authorise(c.req.raw, roles)) ?? (await work(c));
  const admin = (work: (c: Context) => Promise<Response>) => guarded(['admin'], work);

  app.post('/v1/sql', guarded(readers, async (c) => {
    const format = c.req.query('format') ?? 'JSONEachRow';
    const bytes = await operations.sql(await c.req.text(), format);
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': format.startsWith('JSON') ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8' } });
  }));
  app.post('/v1/admin/verify', admin(async (c) => {
    const request = await bodyOf(c, VerifyRequest);
    return Response.json(await operations.verify(request.claims ?? undefined, request.waitMs));
  }));
  app.get('/v1/admin/dead-letters', admin(async () => Response.json(await operations.listDeadLetters())));
  app.post('/v1/admin/dead-letters/redrive', admin(async (c) => Response.json(await operations.redrive((await bodyOf(c, RedriveRequest)).id ?? undefined))));
  app.post('/v1/admin/backup', admin(async (c) => Response.json(await operations.backup((await bodyOf(c, BackupRequest)).folder))));
  app.post('/v1/admin/rebuild', admin((c) => {
    if (rebuilding) return Promise.resolve(problem('service.overloaded', { detail: 'A rebuild is running.' }));
    rebuilding = true;
    return Promise.resolve(toldAsItGoes(c, report, (onProgress) => operations.rebuild((done, total) => onProgress({ done, total })).finally(() => (rebuilding = false))));
  }));
  app.post('/v1/admin/erase', admin(async (c) => {
    const request = await bodyOf(c, EraseRequest);
    if (erasing) return problem('service.overloaded', { detail: 'An erasure is running.' });
    erasing = true;
    const actor = actorOf(c.req.raw);
    return toldAsItGoes(c, report, (onProgress) => operations.erase(request, (done, total, part) => onProgress({ done, total, part }), actor).finally(() => (erasing = false)));
  }));
  app.post('/v1/admin/demonstration/remove', admin(async (c) => {
    const { dryRun } = await bodyOf(c, RemoveRequest);
    if (removing) return problem('demonstration.busy');
    removing = true;
    return toldAsItGoes(c, report, (onProgress) => operations.removeDemonstration(dryRun, (done, total, part) => onProgress({ done, total, part })).finally(() => (removing = false)));
  }));
  return app;
};

type Told = { readonly done: number; readonly total: number; readonly part?: string };

/** Long work, answered as JSON lines: progress as it goes, then the result, or the problem with its code. */
const toldAsItGoes = (c: Context, report: Report, work: (onProgress: (progress: Told) => void) => Promise<unknown>): Response =>
  stream(c, async (out) => {
    let told = 0;
    let last = Promise.resolve<unknown>(undefined);
    const say = (message: unknown): void => void (last = last.then(() => out.write(`${JSON.stringify(message)}\n`)));
    try {
      const result = await work((progress) => {
        if (progress.done < progress.total && performance.now() - told < 200) return;
        told = performance.now();
        say({ progress });
      });
      say({ result });
    } catch (error) {
      if (!(error instanceof AppError)) report(error);
      say({ problem: error instanceof AppError ? { code: error.code, detail: error.detail } : { code: 'internal' } });
    } finally {
      await last;
    }
  });

const bodyOf = async <Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.output<Schema>> => {
  const parsed = schema.safeParse(await c.req.json().catch(() => undefined));
  if (!parsed.success) throw new AppError('request.invalid', { detail: parsed.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`).join('; ') });
  return parsed.data;
};
