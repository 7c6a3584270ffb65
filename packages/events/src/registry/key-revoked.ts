import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { KeyRevokedV1 } from './key-revoked.v1.ts';

/** The current version of `vn.da06.key.revoked`. */
export const keyRevokedType = 'vn.da06.key.revoked.v1';
export const KeyRevokedData = KeyRevokedV1;
export type KeyRevokedData = z.infer<typeof KeyRevokedData>;
export type KeyRevoked = EventOf<typeof keyRevokedType, KeyRevokedData>;
