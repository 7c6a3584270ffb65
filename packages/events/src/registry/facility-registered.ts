import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { FacilityRegisteredV1 } from './facility-registered.v1.ts';

/** The current version of `vn.da06.facility.registered`. */
export const facilityRegisteredType = 'vn.da06.facility.registered.v1';
export const FacilityRegisteredData = FacilityRegisteredV1;
export type FacilityRegisteredData = z.infer<typeof FacilityRegisteredData>;
export type FacilityRegistered = EventOf<typeof facilityRegisteredType, FacilityRegisteredData>;
