import { z } from 'zod';

/** Names a master key without telling it: the first 16 hex digits of its SHA-256. */
const Fingerprint = z.string().regex(/^[0-9a-f]{16}$/);

/** The keys of persons lie under another master key from now on; `id` is the erasure's if one was the reason. */
export const MasterKeyRotatedV1 = z.object({ id: z.uuid(), from: Fingerprint, to: Fingerprint });
