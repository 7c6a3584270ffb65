import { z } from 'zod';
import { reportFields } from './fields.ts';

/** A report is corrected; those before stay in the log, and what was known when can be asked. */
export const ReportAmendedV1 = z.object(reportFields);
