import { z } from 'zod';
import { Shape } from '../stay/fields.ts';

/** One request of a feed: counts and codes, no values. received = accepted + rejected; the others are counted within accepted. */
export const FeedBatchReceivedV1 = z.object({
  facility: z.string(),
  shape: Shape,
  single: z.boolean(),
  received: z.int().min(0),
  accepted: z.int().min(0),
  duplicate: z.int().min(0),
  amended: z.int().min(0),
  late: z.int().min(0),
  rejected: z.int().min(0),
  /** How often each code was found. */
  codes: z.record(z.string(), z.int().positive()),
});
