import { z } from 'zod';
import { KeyedHash } from '../stay/fields.ts';

/** Somebody was shown a sealed identity: who (the envelope's actor), why, and of whom as a keyed hash. */
export const IdentityReadV1 = z.object({ purpose: z.string(), facility: z.string(), personKey: KeyedHash.or(z.literal('')) });
