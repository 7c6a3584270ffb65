import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { FacilityDayReportedV1 } from './facility-day-reported.v1.ts';

/** The current version of `vn.da06.facility-day.reported`. */
export const facilityDayReportedType = 'vn.da06.facility-day.reported.v1';
export const FacilityDayReportedData = FacilityDayReportedV1;
export type FacilityDayReportedData = z.infer<typeof FacilityDayReportedData>;
export type FacilityDayReported = EventOf<typeof facilityDayReportedType, FacilityDayReportedData>;
