import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { MasterKeyRotatedV1 } from './master-key-rotated.v1.ts';

/** The current version of `vn.da06.master-key.rotated`. */
export const masterKeyRotatedType = 'vn.da06.master-key.rotated.v1';
export const MasterKeyRotatedData = MasterKeyRotatedV1;
export type MasterKeyRotatedData = z.infer<typeof MasterKeyRotatedData>;
export type MasterKeyRotated = EventOf<typeof masterKeyRotatedType, MasterKeyRotatedData>;
