import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { StayCheckedInV1 } from './stay-checked-in.v1.ts';

/** The current version of `vn.da06.stay.checked-in`. */
export const stayCheckedInType = 'vn.da06.stay.checked-in.v1';
export const StayCheckedInData = StayCheckedInV1;
export type StayCheckedInData = z.infer<typeof StayCheckedInData>;
export type StayCheckedIn = EventOf<typeof stayCheckedInType, StayCheckedInData>;
