import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { ReportRequestedV1 } from './report-requested.v1.ts';

/** The current version of `vn.da06.report.requested`. */
export const reportRequestedType = 'vn.da06.report.requested.v1';
export const ReportRequestedData = ReportRequestedV1;
export type ReportRequestedData = z.infer<typeof ReportRequestedData>;
export type ReportRequested = EventOf<typeof reportRequestedType, ReportRequestedData>;
