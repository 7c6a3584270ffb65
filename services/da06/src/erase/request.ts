import { ErasureReason } from '@da06/events';
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { ErasureRecord } from './record.ts';

const AbsolutePath = z.string().refine(isAbsolute, 'an absolute path');

/** What is to be destroyed: the identities of a person, those of a registered birth (it is under no person), those that are older than they may be, those of earlier records, or none (the master key alone is changed). */
export const Erasure = z.discriminatedUnion('what', [
  z.object({ what: z.literal('person'), kind: z.string().min(1), number: z.string().min(1), state: z.string().min(1), reason: ErasureReason, note: z.string().max(4_000) }),
  z.object({ what: z.literal('birth'), ref: z.string().min(1).max(64), reason: ErasureReason, note: z.string().max(4_000) }),
  z.object({ what: z.literal('retention'), asOf: z.iso.date().nullable() }),
  z.object({ what: z.literal('replay'), records: z.array(ErasureRecord).min(1) }),
  z.object({ what: z.literal('none') }),
]);
export type Erasure = z.infer<typeof Erasure>;

/** An administrator's request, over HTTP too. */
export const EraseRequest = z.object({ erasure: Erasure, dryRun: z.boolean(), backups: z.array(AbsolutePath), newMasterKeyFile: AbsolutePath.nullable() });
export type EraseRequest = z.infer<typeof EraseRequest>;

export type EraseOutcome = {
  readonly what: Erasure['what'];
  readonly dryRun: boolean;
  /** Persons whose keys are destroyed. */
  readonly persons: number;
  readonly stays: number;
  /** Records in the registers of residents and workers. */
  readonly registerRecords: number;
  /** Trips of coaches, of which it is the plate that was sealed. */
  readonly trips: number;
  readonly keys: number;
  /** Stays and records of others that lose an envelope with it, because it is under a key of these. */
  readonly sharedWith: number;
  readonly asOf?: string;
  readonly cutoff?: string;
  readonly tripCutoff?: string;
  readonly held?: number;
  /** Fingerprints; null when nothing was changed. */
  readonly masterKey: { readonly from: string; readonly to: string } | null;
  /** The next key is not in its place yet: whoever keeps the master key puts it there. */
  readonly external: boolean;
  readonly backups: readonly string[];
  readonly records: readonly ErasureRecord[];
};

/** Told while it goes on: what is done of how much, of which part of the work. */
export type OnEraseProgress = (done: number, total: number, part: 'reading' | 'rewrapping') => void;
