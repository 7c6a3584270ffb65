import { z } from 'zod';

/** A key no longer opens anything. */
export const KeyRevokedV1 = z.object({ id: z.string() });
