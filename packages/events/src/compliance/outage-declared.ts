import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { OutageDeclaredV1 } from './outage-declared.v1.ts';

/** The current version of `vn.da06.outage.declared`. */
export const outageDeclaredType = 'vn.da06.outage.declared.v1';
export const OutageDeclaredData = OutageDeclaredV1;
export type OutageDeclaredData = z.infer<typeof OutageDeclaredData>;
export type OutageDeclared = EventOf<typeof outageDeclaredType, OutageDeclaredData>;
