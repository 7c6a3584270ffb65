import { AppError } from '@da06/errors';
import type { Code } from '@da06/errors';
import type { RemovalOutcome } from '../demonstration/remove.ts';
import type { EraseOutcome } from '../erase/request.ts';
import { ask, problemText } from '../cli/target.ts';
import type { HostTarget } from '../cli/target.ts';
import { CliFailure, exitCodes, noHost } from '../cli/exit.ts';
import type { BackupOutcome, DeadLetter, HostOperations, RebuildOutcome } from './operations.ts';
import type { Verification } from '../verify/compare.ts';

const fail = async (response: Response): Promise<CliFailure> =>
  new CliFailure(response.status >= 500 ? exitCodes.noHost : exitCodes.wrongUse, await problemText(response));

/** The operations of a running host, by its HTTP routes (host/routes.ts answers them). */
export const remoteOperations = (target: HostTarget): HostOperations => {
  const json = async <T>(path: string, body?: unknown): Promise<T> => {
    const response = await ask(target, path, body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!response.ok) throw await fail(response);
    return (await response.json()) as T;
  };
  return {
    sql: async (sql, format) => {
      const response = await ask(target, `/v1/sql?format=${encodeURIComponent(format)}`, { method: 'POST', headers: { 'content-type': 'text/plain; charset=utf-8' }, body: sql });
      if (!response.ok) throw await fail(response);
      return new Uint8Array(await response.arrayBuffer());
    },
    verify: (claims, waitMs) => json<Verification>('/v1/admin/verify', { claims: claims ?? null, waitMs }),
    rebuild: async (onProgress) => {
      const response = await ask(target, '/v1/admin/rebuild', { method: 'POST' });
      if (!response.ok || response.body === null) throw await fail(response);
      return await readLines<RebuildOutcome>(response.body, ({ done, total }) => onProgress(done, total), 'the rebuild; the live tables are as they were');
    },
    erase: async (request, onProgress) => {
      const response = await ask(target, '/v1/admin/erase', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) });
      if (!response.ok || response.body === null) throw await fail(response);
      return await readLines<EraseOutcome>(response.body, ({ done, total, part }) => onProgress(done, total, part === 'rewrapping' ? part : 'reading'), 'the erasure; its next start finishes what was begun');
    },
    removeDemonstration: async (dryRun, onProgress) => {
      const response = await ask(target, '/v1/admin/demonstration/remove', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ dryRun }) });
      if (!response.ok || response.body === null) throw await fail(response);
      return await readLines<RemovalOutcome>(response.body, ({ done, total, part }) => onProgress(done, total, part === 'rebuilding' ? part : 'removing'), 'the removal; its next start finishes what was begun');
    },
    listDeadLetters: () => json<readonly DeadLetter[]>('/v1/admin/dead-letters'),
    redrive: (id) => json('/v1/admin/dead-letters/redrive', { id: id ?? null }),
    backup: (folder) => json<BackupOutcome>('/v1/admin/backup', { folder }),
  };
};

type Progress = { readonly done: number; readonly total: number; readonly part?: 'reading' | 'rewrapping' | 'removing' | 'rebuilding' };
type Line<Result> = { readonly progress: Progress } | { readonly result: Result } | { readonly problem: { readonly code: Code; readonly detail?: string } };

/** Reads what the host tells of long work, to its result. @throws AppError with the code of the problem it ended with. */
const readLines = async <Result>(body: ReadableStream<Uint8Array>, onProgress: (progress: Progress) => void, work: string): Promise<Result> => {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const message = JSON.parse(line) as Line<Result>;
      if ('progress' in message) onProgress(message.progress);
      else if ('result' in message) return message.result;
      else if (message.problem.code === 'internal') throw noHost('The host failed: internal');
      else throw new AppError(message.problem.code, message.problem.detail === undefined ? {} : { detail: message.problem.detail });
    }
  }
  throw new AppError('host.unreachable', { detail: `It went away during ${work}.` });
};
