import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { FacilityChangedV1 } from './facility-changed.v1.ts';

/** The current version of `vn.da06.facility.changed`. */
export const facilityChangedType = 'vn.da06.facility.changed.v1';
export const FacilityChangedData = FacilityChangedV1;
export type FacilityChangedData = z.infer<typeof FacilityChangedData>;
export type FacilityChanged = EventOf<typeof facilityChangedType, FacilityChangedData>;
