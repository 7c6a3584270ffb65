import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { AbsenceDeclaredV1 } from './absence-declared.v1.ts';

/** The current version of `vn.da06.absence.declared`. */
export const absenceDeclaredType = 'vn.da06.absence.declared.v1';
export const AbsenceDeclaredData = AbsenceDeclaredV1;
export type AbsenceDeclaredData = z.infer<typeof AbsenceDeclaredData>;
export type AbsenceDeclared = EventOf<typeof absenceDeclaredType, AbsenceDeclaredData>;
