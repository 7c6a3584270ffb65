import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { ResidenceEndedV1 } from './residence-ended.v1.ts';

/** The current version of `vn.da06.residence.ended`. */
export const residenceEndedType = 'vn.da06.residence.ended.v1';
export const ResidenceEndedData = ResidenceEndedV1;
export type ResidenceEndedData = z.infer<typeof ResidenceEndedData>;
export type ResidenceEnded = EventOf<typeof residenceEndedType, ResidenceEndedData>;
