import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { ResidenceRegisteredV1 } from './residence-registered.v1.ts';

/** The current version of `vn.da06.residence.registered`. */
export const residenceRegisteredType = 'vn.da06.residence.registered.v1';
export const ResidenceRegisteredData = ResidenceRegisteredV1;
export type ResidenceRegisteredData = z.infer<typeof ResidenceRegisteredData>;
export type ResidenceRegistered = EventOf<typeof residenceRegisteredType, ResidenceRegisteredData>;
