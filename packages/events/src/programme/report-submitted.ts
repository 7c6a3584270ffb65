import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { ReportSubmittedV1 } from './report-submitted.v1.ts';

/** The current version of `vn.da06.report.submitted`. */
export const reportSubmittedType = 'vn.da06.report.submitted.v1';
export const ReportSubmittedData = ReportSubmittedV1;
export type ReportSubmittedData = z.infer<typeof ReportSubmittedData>;
export type ReportSubmitted = EventOf<typeof reportSubmittedType, ReportSubmittedData>;
