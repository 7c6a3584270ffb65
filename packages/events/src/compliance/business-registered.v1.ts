import { z } from 'zod';

/** A business that has to have an ID-card reader, so from `validFrom` on (model 16); a later word on the same day replaces it. It holds no name. */
export const BusinessRegisteredV1 = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{2,47}$/),
  kind: z.enum(['pawnshop', 'security-service', 'bailiff-service', 'karaoke', 'massage', 'gaming', 'other']),
  /** uid of the administrative unit. */
  unit: z.string(),
  /** ID-card readers in use. */
  readers: z.int().min(0).max(10_000),
  /** Local day of the first reader; null = not told, or none. */
  readersSince: z.iso.date().nullable(),
  validFrom: z.iso.date(),
  /** First local day without business; null = open. */
  closedOn: z.iso.date().nullable(),
});
