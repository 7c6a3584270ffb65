import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { ReporterAssignedV1 } from './reporter-assigned.v1.ts';

/** The current version of `vn.da06.reporter.assigned`. */
export const reporterAssignedType = 'vn.da06.reporter.assigned.v1';
export const ReporterAssignedData = ReporterAssignedV1;
export type ReporterAssignedData = z.infer<typeof ReporterAssignedData>;
export type ReporterAssigned = EventOf<typeof reporterAssignedType, ReporterAssignedData>;
