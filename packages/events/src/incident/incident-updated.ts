import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { IncidentUpdatedV1 } from './incident-updated.v1.ts';

/** The current version of `vn.da06.incident.updated`. */
export const incidentUpdatedType = 'vn.da06.incident.updated.v1';
export const IncidentUpdatedData = IncidentUpdatedV1;
export type IncidentUpdatedData = z.infer<typeof IncidentUpdatedData>;
export type IncidentUpdated = EventOf<typeof incidentUpdatedType, IncidentUpdatedData>;
