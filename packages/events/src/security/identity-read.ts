import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { IdentityReadV1 } from './identity-read.v1.ts';

/** The current version of `vn.da06.identity.read`. */
export const identityReadType = 'vn.da06.identity.read.v1';
export const IdentityReadData = IdentityReadV1;
export type IdentityReadData = z.infer<typeof IdentityReadData>;
export type IdentityRead = EventOf<typeof identityReadType, IdentityReadData>;
