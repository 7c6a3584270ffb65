import { z } from 'zod';
import { KeyedHash } from '../stay/fields.ts';
import { ReasonCode } from './alert-fields.ts';

/**
 * Somebody is watched for from now on. `entry` is random; `hashes` are keyed hashes of the watch-list's own domain over each form a number of
 * theirs can have, so that no table of persons can be joined with them. It holds for stays that are recorded from `validFrom` to `expiresOn`, both local days included.
 */
export const WatchEntryAddedV1 = z.object({
  entry: z.uuid(),
  hashes: z.array(KeyedHash).min(1).max(64),
  /** Of the list of reason classes: wanted, missing, entry-ban, exit-ban, probation, other. */
  reasonClass: ReasonCode,
  validFrom: z.iso.date(),
  expiresOn: z.iso.date(),
  simulated: z.boolean(),
});
