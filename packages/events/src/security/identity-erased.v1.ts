import { z } from 'zod';
import { KeyedHash, SystemSealed } from '../stay/fields.ts';

/** Why identities were destroyed. A closed list, because a text could name the person; what else is to be said is `sealed`. */
export const ErasureReason = z.enum(['subject-request', 'retention', 'court-order', 'wrong-person', 'test-data']);

/**
 * Keys of identities were destroyed: no envelope under them can be opened again. Of many keys several events tell, each a part of the list;
 * `receipt` is a compact JWS (`typ` da06-erasure) over all of it. `replayed` = an erasure of before, carried out on a restored log.
 */
export const IdentityErasedV1 = z.object({
  id: z.uuid(),
  part: z.int().positive(),
  parts: z.int().positive(),
  reason: ErasureReason,
  /** All persons that were named, with the other papers of the same persons. */
  persons: z.array(KeyedHash),
  /** Keys destroyed, in all parts. */
  keys: z.int().min(0),
  keyIds: z.array(z.string().min(1)),
  /** A text that was given with it. */
  sealed: SystemSealed.optional(),
  receipt: z.string(),
  replayed: z.boolean(),
});
