import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { RegisterBatchReceivedV1 } from './register-batch-received.v1.ts';

/** The current version of `vn.da06.register.batch-received`. */
export const registerBatchReceivedType = 'vn.da06.register.batch-received.v1';
export const RegisterBatchReceivedData = RegisterBatchReceivedV1;
export type RegisterBatchReceivedData = z.infer<typeof RegisterBatchReceivedData>;
export type RegisterBatchReceived = EventOf<typeof registerBatchReceivedType, RegisterBatchReceivedData>;
