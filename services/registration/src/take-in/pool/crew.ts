import { AppError } from '@da06/errors';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Failure, PackedBatch, Reply, Task, WorkerSettings } from './messages.ts';

type Waiting = { readonly pieces: PackedBatch[]; readonly resolve: (pieces: readonly PackedBatch[]) => void; readonly reject: (error: unknown) => void };
type Hand = { readonly worker: Worker; readonly waiting: Map<number, Waiting>; ready: boolean };

/** Threads that do tasks: each task goes to the one with the fewest. */
export type Crew = {
  /** Whether every thread has started. */
  readonly isReady: () => boolean;
  /** What a task came to, in pieces that follow one another. */
  readonly run: (task: Task) => Promise<readonly PackedBatch[]>;
  readonly close: () => Promise<void>;
};

/** Room for what lives no longer than a piece: with the default a quarter of the time went into collecting garbage. */
const maxYoungGenerationSizeMb = 96;

/** A worker does not inherit the loader of TypeScript in every way this process can be started, so it registers its own. */
const bootstrap = `import(require('node:worker_threads').workerData.loader).then(({ register }) => { register(); return import(require('node:worker_threads').workerData.entry); });`;

/** Starts `size` threads. One that dies fails its tasks, and another takes its place. */
export const createCrew = (size: number, settings: WorkerSettings): Crew => {
  const workerData = {
    settings,
    // The ES module: the CommonJS twin looks for its hooks beside itself and misses them.
    loader: pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api').replace(/\.cjs$/, '.mjs')).href,
    entry: new URL('worker.ts', import.meta.url).href,
  };
  let closed = false;
  let lastId = 0;
  const hands: Hand[] = [];

  const hire = (): void => {
    const hand: Hand = { worker: new Worker(bootstrap, { eval: true, workerData, execArgv: [], resourceLimits: { maxYoungGenerationSizeMb } }), waiting: new Map(), ready: false };
    hand.worker.on('message', (reply: Reply) => settle(hand, reply));
    hand.worker.on('error', (error) => dismiss(hand, error));
    hand.worker.on('exit', () => dismiss(hand, undefined));
    hands.push(hand);
  };

  const dismiss = (hand: Hand, cause: unknown): void => {
    const place = hands.indexOf(hand);
    if (place === -1) return;
    hands.splice(place, 1);
    for (const { reject } of hand.waiting.values()) reject(new AppError('service.overloaded', { retryable: true, detail: 'A worker stopped.', cause }));
    // One that never started would not start the next time either: the caller's own thread does the work then.
    if (!closed && hand.ready) hire();
  };

  for (let count = 0; count < size; count += 1) hire();
  return {
    isReady: () => hands.length > 0 && hands.every(({ ready }) => ready),
    run: (task) =>
      new Promise((resolve, reject) => {
        const [first, ...others] = hands;
        if (first === undefined) {
          reject(new AppError('service.overloaded', { retryable: true, detail: 'No worker runs.' }));
          return;
        }
        const hand = others.reduce((least, other) => (other.waiting.size < least.waiting.size ? other : least), first);
        lastId += 1;
        hand.waiting.set(lastId, { pieces: [], resolve, reject });
        const bytes = 'lines' in task ? task.lines.bytes : task.body.bytes;
        hand.worker.postMessage({ id: lastId, task }, [bytes.buffer as ArrayBuffer]);
      }),
    close: async () => {
      closed = true;
      await Promise.all(hands.map(({ worker }) => worker.terminate()));
    },
  };
};

const settle = (hand: Hand, reply: Reply): void => {
  if ('ready' in reply) {
    hand.ready = true;
    return;
  }
  const waiting = hand.waiting.get(reply.id);
  if ('piece' in reply) {
    waiting?.pieces.push(reply.piece);
    return;
  }
  hand.waiting.delete(reply.id);
  if ('failure' in reply) waiting?.reject(errorOf(reply.failure));
  else waiting?.resolve(waiting.pieces);
};

const errorOf = ({ code, detail, context, message }: Failure): AppError =>
  new AppError(code, detail === undefined ? { context, cause: new Error(message) } : { context, detail, cause: new Error(message) });
