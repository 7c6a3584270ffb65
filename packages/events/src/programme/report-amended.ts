import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { ReportAmendedV1 } from './report-amended.v1.ts';

/** The current version of `vn.da06.report.amended`. */
export const reportAmendedType = 'vn.da06.report.amended.v1';
export const ReportAmendedData = ReportAmendedV1;
export type ReportAmendedData = z.infer<typeof ReportAmendedData>;
export type ReportAmended = EventOf<typeof reportAmendedType, ReportAmendedData>;
