import { z } from 'zod';

/** A facility from `validFrom` on. Household facilities store no name: ''. */
export const FacilityFields = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{2,47}$/),
  kind: z.string(),
  name: z.string(),
  /** uid of the administrative unit. */
  unit: z.string(),
  model: z.int().nullable(),
  tourism: z.boolean(),
  rooms: z.int().min(0).nullable(),
  beds: z.int().min(0).nullable(),
  stars: z.int().min(0).max(5).nullable(),
  remote: z.boolean(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  validFrom: z.iso.date(),
});
export type FacilityFields = z.infer<typeof FacilityFields>;
