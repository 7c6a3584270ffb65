import { z } from 'zod';
import { Instant } from '../envelope.ts';
import { KeyedHash, Sealed, Shape, StoredFault } from '../stay/fields.ts';

/**
 * A coach's trip as its operator tells it, whole; the last of the highest revision holds, also one that is cancelled. Nothing of who travels or drives: passengers are
 * a number, never guests, nights or residents. The plate is told by a keyed hash; in clear it lies in the envelope, sealed under a key of that plate.
 */
export const CoachTripReportedV1 = z.object({
  facility: z.string(),
  ref: z.string().min(1).max(64),
  revision: z.int().min(0).max(4_294_967_295),
  /** CX and 16 Crockford base32 characters of a keyed hash of (facility, ref). */
  registrationNumber: z.string().regex(/^CX[0-9A-HJKMNP-TV-Z]{16}$/),
  shape: Shape,
  /** Names of places, not of persons. */
  route: z.object({ from: z.string().min(1).max(80), to: z.string().min(1).max(80) }),
  departsAt: Instant,
  /** Null = not told. */
  arrivesAt: Instant.nullable(),
  passengers: z.int().min(0).max(100),
  plate: KeyedHash,
  cancelled: z.boolean(),
  sealed: Sealed,
  faults: z.array(StoredFault),
  /** Keyed hash of the content, to tell a repeated record from an amendment without keeping it. */
  contentMac: KeyedHash,
});
