import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { BirthRegisteredV1 } from './birth-registered.v1.ts';

/** The current version of `vn.da06.birth.registered`. */
export const birthRegisteredType = 'vn.da06.birth.registered.v1';
export const BirthRegisteredData = BirthRegisteredV1;
export type BirthRegisteredData = z.infer<typeof BirthRegisteredData>;
export type BirthRegistered = EventOf<typeof birthRegisteredType, BirthRegisteredData>;
