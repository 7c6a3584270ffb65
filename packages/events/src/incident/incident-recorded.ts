import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { IncidentRecordedV1 } from './incident-recorded.v1.ts';

/** The current version of `vn.da06.incident.recorded`. */
export const incidentRecordedType = 'vn.da06.incident.recorded.v1';
export const IncidentRecordedData = IncidentRecordedV1;
export type IncidentRecordedData = z.infer<typeof IncidentRecordedData>;
export type IncidentRecorded = EventOf<typeof incidentRecordedType, IncidentRecordedData>;
