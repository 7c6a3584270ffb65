import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { DeadLetterRedrivenV1 } from './dead-letter-redriven.v1.ts';

/** The current version of `vn.da06.dead-letter.redriven`. */
export const deadLetterRedrivenType = 'vn.da06.dead-letter.redriven.v1';
export const DeadLetterRedrivenData = DeadLetterRedrivenV1;
export type DeadLetterRedrivenData = z.infer<typeof DeadLetterRedrivenData>;
export type DeadLetterRedriven = EventOf<typeof deadLetterRedrivenType, DeadLetterRedrivenData>;
