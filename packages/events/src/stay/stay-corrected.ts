import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { StayCorrectedV1 } from './stay-corrected.v1.ts';

/** The current version of `vn.da06.stay.corrected`. */
export const stayCorrectedType = 'vn.da06.stay.corrected.v1';
export const StayCorrectedData = StayCorrectedV1;
export type StayCorrectedData = z.infer<typeof StayCorrectedData>;
export type StayCorrected = EventOf<typeof stayCorrectedType, StayCorrectedData>;
