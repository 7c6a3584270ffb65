import { z } from 'zod';
import { incidentFields } from './fields.ts';

/** An incident became known. The last of the highest revision holds, whole, be it this or an update. */
export const IncidentRecordedV1 = z.object(incidentFields);
