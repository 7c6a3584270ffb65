import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { CoachTripReportedV1 } from './coach-trip-reported.v1.ts';

/** The current version of `vn.da06.coach-trip.reported`. */
export const coachTripReportedType = 'vn.da06.coach-trip.reported.v1';
export const CoachTripReportedData = CoachTripReportedV1;
export type CoachTripReportedData = z.infer<typeof CoachTripReportedData>;
export type CoachTripReported = EventOf<typeof coachTripReportedType, CoachTripReportedData>;
