import { z } from 'zod';

/** A record that could not be projected is set aside: its bytes sealed with a system key, its place, its cause. */
export const DeadLetterRecordedV1 = z.object({
  id: z.uuid(),
  topic: z.string(),
  partition: z.int().min(0),
  offset: z.string(),
  key: z.string(),
  causeCode: z.string(),
  size: z.int().min(0),
  keyId: z.string(),
  blob: z.base64(),
});
