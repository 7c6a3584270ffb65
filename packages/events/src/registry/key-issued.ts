import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { KeyIssuedV1 } from './key-issued.v1.ts';

/** The current version of `vn.da06.key.issued`. */
export const keyIssuedType = 'vn.da06.key.issued.v1';
export const KeyIssuedData = KeyIssuedV1;
export type KeyIssuedData = z.infer<typeof KeyIssuedData>;
export type KeyIssued = EventOf<typeof keyIssuedType, KeyIssuedData>;
