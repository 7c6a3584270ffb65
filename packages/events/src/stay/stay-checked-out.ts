import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { StayCheckedOutV1 } from './stay-checked-out.v1.ts';

/** The current version of `vn.da06.stay.checked-out`. */
export const stayCheckedOutType = 'vn.da06.stay.checked-out.v1';
export const StayCheckedOutData = StayCheckedOutV1;
export type StayCheckedOutData = z.infer<typeof StayCheckedOutData>;
export type StayCheckedOut = EventOf<typeof stayCheckedOutType, StayCheckedOutData>;
