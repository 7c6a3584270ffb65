import { AppError } from '@da06/errors';
import { ask, problemText } from '../cli/target.ts';
import type { HostTarget } from '../cli/target.ts';
import { CliFailure, exitCodes, noHost } from '../cli/exit.ts';
import type { BackupOutcome, DeadLetter, Operations, RebuildOutcome } from './operations.ts';
import type { Verification } from '../verify/compare.ts';

const fail = async (response: Response): Promise<CliFailure> =>
  new CliFailure(response.status >= 500 ? exitCodes.noHost : exitCodes.wrongUse, await problemText(response));

/** The operations of a running host, by its HTTP routes (host/routes.ts answers them). */
export const remoteOperations = (target: HostTarget): Operations => {
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
      return await readRebuild(response.body, onProgress);
    },
    listDeadLetters: () => json<readonly DeadLetter[]>('/v1/admin/dead-letters'),
    redrive: (id) => json('/v1/admin/dead-letters/redrive', { id: id ?? null }),
    backup: (folder) => json<BackupOutcome>('/v1/admin/backup', { folder }),
  };
};

type RebuildLine = { progress: { done: number; total: number } } | { result: RebuildOutcome } | { problem: { code: string } };

const readRebuild = async (body: ReadableStream<Uint8Array>, onProgress: (done: number, total: number) => void): Promise<RebuildOutcome> => {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const message = JSON.parse(line) as RebuildLine;
      if ('progress' in message) onProgress(message.progress.done, message.progress.total);
      else if ('result' in message) return message.result;
      else throw noHost(`The rebuild failed: ${message.problem.code}`);
    }
  }
  throw new AppError('host.unreachable', { detail: 'It went away during the rebuild; the live tables are as they were.' });
};
