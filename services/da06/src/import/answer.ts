import { z } from 'zod';

/** What an answer to a batch must hold for an import to go on (contracts.md, Answers); everything else is kept as it came. */
export const BatchAnswer = z.looseObject({
  received: z.int(),
  accepted: z.int(),
  duplicate: z.int(),
  amended: z.int(),
  late: z.int(),
  rejected: z.int(),
  receipt: z.string().nullable(),
  items: z.array(
    z.looseObject({
      index: z.int(),
      ref: z.string().nullish(),
      status: z.string(),
      eventId: z.string().nullish(),
      at: z.looseObject({ line: z.int().optional(), row: z.int().optional() }).optional(),
      faults: z.array(z.looseObject({ pointer: z.string(), code: z.string(), severity: z.string(), vi: z.string(), en: z.string() })).default([]),
    }),
  ),
});
export type BatchAnswer = z.infer<typeof BatchAnswer>;
