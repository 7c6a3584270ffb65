import { z } from 'zod';
import { reportFields } from './fields.ts';

export const ReportSubmittedV1 = z.object(reportFields);
