import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { StreamOwnerClaimedV1 } from './stream-owner-claimed.v1.ts';

/** The current version of `vn.da06.stream-owner.claimed`. */
export const streamOwnerClaimedType = 'vn.da06.stream-owner.claimed.v1';
export const StreamOwnerClaimedData = StreamOwnerClaimedV1;
export type StreamOwnerClaimedData = z.infer<typeof StreamOwnerClaimedData>;
export type StreamOwnerClaimed = EventOf<typeof streamOwnerClaimedType, StreamOwnerClaimedData>;
