import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { FacilityClosedV1 } from './facility-closed.v1.ts';

/** The current version of `vn.da06.facility.closed`. */
export const facilityClosedType = 'vn.da06.facility.closed.v1';
export const FacilityClosedData = FacilityClosedV1;
export type FacilityClosedData = z.infer<typeof FacilityClosedData>;
export type FacilityClosed = EventOf<typeof facilityClosedType, FacilityClosedData>;
