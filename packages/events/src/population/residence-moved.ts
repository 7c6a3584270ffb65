import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { ResidenceMovedV1 } from './residence-moved.v1.ts';

/** The current version of `vn.da06.residence.moved`. */
export const residenceMovedType = 'vn.da06.residence.moved.v1';
export const ResidenceMovedData = ResidenceMovedV1;
export type ResidenceMovedData = z.infer<typeof ResidenceMovedData>;
export type ResidenceMoved = EventOf<typeof residenceMovedType, ResidenceMovedData>;
