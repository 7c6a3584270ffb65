import type { Code } from '@da06/errors';
import type { LeanBatch } from '../prepare-body.ts';
import type { Lines } from '../read/read-ndjson.ts';
import type { TakeInBody, TakeInContext } from '../types.ts';
import type { PackedItems } from './packed.ts';

/** What a worker is started with. The keys stay in this process's memory. */
export type WorkerSettings = { readonly localityDir: string | undefined; readonly masterKey: Uint8Array; readonly hashKey: Uint8Array };

export type Task = { readonly context: TakeInContext } & ({ readonly lines: Lines } | { readonly body: TakeInBody });
export type Request = { readonly id: number; readonly task: Task };

/** An AppError as plain data: an Error loses its own fields between threads. */
export type Failure = { readonly code: Code; readonly detail: string | undefined; readonly context: Readonly<Record<string, unknown>>; readonly message: string };
/** Records of one piece of a body on their way between threads. */
export type PackedBatch = Omit<LeanBatch, 'items'> & { readonly packed: PackedItems };

/** A body comes back in pieces, in order; the last one ends the task. */
export type Reply = { readonly ready: true } | { readonly id: number; readonly piece: PackedBatch } | { readonly id: number; readonly done: true } | { readonly id: number; readonly failure: Failure };
