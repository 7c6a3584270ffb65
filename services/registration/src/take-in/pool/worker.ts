import { AppError } from '@da06/errors';
import { loadLocality } from '@da06/reference';
import { createVault } from '@da06/vault';
import { parentPort, workerData } from 'node:worker_threads';
import { itemsEach, prepareLines, preparePieces, type PieceInWork, type TakeInDeps } from '../prepare-body.ts';
import type { Failure, Reply, Request, WorkerSettings } from './messages.ts';
import { buffersOf, createPacker } from './packed.ts';

const { localityDir, masterKey, hashKey } = (workerData as { settings: WorkerSettings }).settings;
const deps: TakeInDeps = { locality: loadLocality(localityDir), vault: createVault({ masterKey, hashKey, store: { get: () => undefined } }) };

const failureOf = (error: unknown): Failure =>
  error instanceof AppError
    ? { code: error.code, detail: error.detail, context: error.context, message: error.message }
    : { code: 'internal', detail: undefined, context: {}, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };

const post = (reply: Reply): void => parentPort?.postMessage(reply);

const postPiece = (id: number, { items, keyChunk, ...rest }: PieceInWork): void => {
  const packer = createPacker(itemsEach);
  for (const item of items) packer.add(item);
  const packed = packer.packed();
  parentPort?.postMessage({ id, piece: { ...rest, packed, keyChunk: keyChunk() } } satisfies Reply, buffersOf(packed));
};

const work = async ({ id, task }: Request): Promise<void> => {
  try {
    if ('lines' in task) postPiece(id, prepareLines(task.lines, task.context, deps));
    else for await (const piece of preparePieces(task.body, task.context, deps)) postPiece(id, piece);
    post({ id, done: true });
  } catch (error) {
    post({ id, failure: failureOf(error) });
  }
};

parentPort?.on('message', (request: Request) => void work(request));
post({ ready: true });
