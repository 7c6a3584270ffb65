import { z } from 'zod';
import { incidentFields } from './fields.ts';

/** What is known of an incident now, whole. An update that comes before its first record stands like one. */
export const IncidentUpdatedV1 = z.object({ ...incidentFields, /** It was none, and counts no more. */ withdrawn: z.boolean() });
