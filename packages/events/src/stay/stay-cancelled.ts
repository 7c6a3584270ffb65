import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { StayCancelledV1 } from './stay-cancelled.v1.ts';

/** The current version of `vn.da06.stay.cancelled`. */
export const stayCancelledType = 'vn.da06.stay.cancelled.v1';
export const StayCancelledData = StayCancelledV1;
export type StayCancelledData = z.infer<typeof StayCancelledData>;
export type StayCancelled = EventOf<typeof stayCancelledType, StayCancelledData>;
