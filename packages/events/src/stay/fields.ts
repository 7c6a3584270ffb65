import { z } from 'zod';
import { Instant } from '../envelope.ts';

/** A keyed hash in lower-case hex: 32 digits = 128 bits. Stands for a person or a room; not reversible without the locality's key. */
export const KeyedHash = z.string().regex(/^[0-9a-f]{32}$/);

/**
 * The identity, sealed: AES-256-GCM under a key of that person, which the vault holds under (person_key, key_id).
 * `blob` is base64 of nonce (12) + ciphertext + tag (16) over a JSON object.
 */
export const Sealed = z.object({ personKey: KeyedHash, keyId: z.string().min(1), blob: z.base64() });
export type Sealed = z.infer<typeof Sealed>;

/** Bytes that are no one person's, sealed under the system's key, in base64. */
export const SystemSealed = z.object({ keyId: z.string().min(1), blob: z.base64() });

/** A finding about a record as it is stored: code and pointer, never the value. */
export const StoredFault = z.object({ pointer: z.string(), code: z.string() });

/** Where a record came from: the lodging feed's own shape. */
export const Shape = z.enum(['native', 'csv', 'kbtt-foreign', 'kbtt-vietnamese', 'kbtt-departure', 'xlsx', 'xml', 'qr']);
export type Shape = z.infer<typeof Shape>;

/** The groups of fields of a stay; each is a register of its own, ordered by (revision, sequence, id). */
/** `documentKey` stands for kind and number without the issuing state: a portal's change names no more. */
export const PersonGroup = z.object({ personKey: KeyedHash, documentKey: KeyedHash, documentKind: z.string(), documentCode: z.string(), issuingState: z.string() });
export const ArrivalGroup = z.object({
  at: Instant,
  /** False when the sender gave a date alone: then `at` is 00:00 of that local day. */
  timeKnown: z.boolean(),
  /** The facility's unit (uid) valid on the local day of arrival. */
  unit: z.string(),
  /** Legal deadlines of this arrival: of a Vietnamese guest and of a foreigner; which holds depends on the nationality register. */
  dueDomestic: Instant,
  dueForeign: Instant,
});
export const ResidenceGroup = z.object({ status: z.string(), province: z.string(), ward: z.string() });

/** A group that an event does not name is absent; a named field without a value is null, or '' for text. */
export const StayGroups = z.object({
  person: PersonGroup.optional(),
  nationality: z.string().optional(),
  sex: z.enum(['M', 'F', 'X', '']).optional(),
  /** 0 = unknown. */
  birthYear: z.int().min(0).max(9999).optional(),
  residence: ResidenceGroup.optional(),
  arrival: ArrivalGroup.optional(),
  expectedDeparture: Instant.nullable().optional(),
  departure: Instant.nullable().optional(),
  permittedUntil: Instant.nullable().optional(),
  /** Keyed hash of (facility, room); '' = none. */
  room: z.union([KeyedHash, z.literal('')]).optional(),
  reason: z.string().optional(),
  /** `valid` is false when the sender's time lies after our receipt: then the receipt counts as the notice (contracts.md, Late). */
  notified: z.object({ at: Instant.nullable(), valid: z.boolean() }).optional(),
  captured: z.string().optional(),
});
export type StayGroups = z.infer<typeof StayGroups>;
export type StayGroupName = keyof StayGroups;

/** What every event of a stay carries. */
export const stayBase = {
  facility: z.string(),
  facilityKind: z.string(),
  /** Whether the facility's kind counts as tourism (dossier 5.3), as it was when the event was recorded. */
  tourism: z.boolean(),
  ref: z.string().min(1).max(64),
  revision: z.int().min(0).max(4_294_967_295),
  registrationNumber: z.string().regex(/^LT[0-9A-HJKMNP-TV-Z]{16}$/),
  shape: Shape,
  /** The names of `groups`, in its order: tells a group that is null from one that is not named, also for readers in SQL. */
  sets: z.array(z.string()),
  groups: StayGroups,
  sealed: Sealed.optional(),
  faults: z.array(StoredFault),
  /** Keyed hash of the content, to tell a repeated record from an amendment without keeping it. */
  contentMac: KeyedHash,
};
