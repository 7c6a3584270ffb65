import { AppError } from '@da06/errors';
import { loadLocality } from '@da06/reference';
import { createVault } from '@da06/vault';
import { parentPort, workerData } from 'node:worker_threads';
import { prepareBody, prepareLines, type TakeInDeps } from '../prepare-body.ts';
import type { Failure, Reply, Request, WorkerSettings } from './messages.ts';

const { localityDir, masterKey, hashKey } = (workerData as { settings: WorkerSettings }).settings;
const deps: TakeInDeps = { locality: loadLocality(localityDir), vault: createVault({ masterKey, hashKey, store: { get: () => undefined } }) };

const failureOf = (error: unknown): Failure =>
  error instanceof AppError
    ? { code: error.code, detail: error.detail, context: error.context, message: error.message }
    : { code: 'internal', detail: undefined, context: {}, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };

const answer = async ({ id, task }: Request): Promise<Reply> => {
  try {
    return { id, batch: 'lines' in task ? prepareLines(task.lines, task.context, deps) : await prepareBody(task.body, task.context, deps) };
  } catch (error) {
    return { id, failure: failureOf(error) };
  }
};

parentPort?.on('message', (request: Request) => void answer(request).then((reply) => parentPort?.postMessage(reply)));
parentPort?.postMessage({ ready: true } satisfies Reply);
