import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { IdentityErasedV1 } from './identity-erased.v1.ts';

/** The current version of `vn.da06.identity.erased`. */
export const identityErasedType = 'vn.da06.identity.erased.v1';
export const IdentityErasedData = IdentityErasedV1;
export type IdentityErasedData = z.infer<typeof IdentityErasedData>;
export type IdentityErased = EventOf<typeof identityErasedType, IdentityErasedData>;
