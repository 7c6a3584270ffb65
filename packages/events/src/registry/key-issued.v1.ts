import { z } from 'zod';

export const KeyRole = z.enum(['feed', 'officer', 'commune', 'standing', 'analyst', 'wall', 'admin']);
export type KeyRole = z.infer<typeof KeyRole>;

/** A key is issued. Only its SHA-256 is kept: the key itself is 256 random bits. */
export const KeyIssuedV1 = z.object({
  id: z.string(),
  name: z.string(),
  role: KeyRole,
  facilities: z.array(z.string()),
  agency: z.string(),
  unit: z.string(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
