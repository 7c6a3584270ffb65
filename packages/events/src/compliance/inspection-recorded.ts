import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { InspectionRecordedV1 } from './inspection-recorded.v1.ts';

/** The current version of `vn.da06.inspection.recorded`. */
export const inspectionRecordedType = 'vn.da06.inspection.recorded.v1';
export const InspectionRecordedData = InspectionRecordedV1;
export type InspectionRecordedData = z.infer<typeof InspectionRecordedData>;
export type InspectionRecorded = EventOf<typeof inspectionRecordedType, InspectionRecordedData>;
