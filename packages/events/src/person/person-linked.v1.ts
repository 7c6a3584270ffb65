import { z } from 'zod';
import { KeyedHash } from '../stay/fields.ts';

/** One QR code or record carried two numbers of one person: an identity card and an old identity paper (CMND). */
export const PersonLinkedV1 = z.object({ cccdKey: KeyedHash, cmndKey: KeyedHash });
