import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { WorkerDeclaredV1 } from './worker-declared.v1.ts';

/** The current version of `vn.da06.worker.declared`. */
export const workerDeclaredType = 'vn.da06.worker.declared.v1';
export const WorkerDeclaredData = WorkerDeclaredV1;
export type WorkerDeclaredData = z.infer<typeof WorkerDeclaredData>;
export type WorkerDeclared = EventOf<typeof workerDeclaredType, WorkerDeclaredData>;
