import { codes } from '@da06/errors';
import type { Sealer } from '@da06/vault';
import type { ClaimValue } from '../fields/claim.ts';
import type { FieldTable } from '../fields/read-claim.ts';
import type { Setting } from '../rules/setting.ts';
import type { Finding, StayDraft, StoredFault } from '../types.ts';

/** A draft before its faults are told: what one record came to. */
export type Outcome = { readonly ref: string; readonly found: readonly Finding[]; readonly draft?: StayDraft };

/** What a record of a stay is prepared with. `ref` is the address's, where it has one. */
export type Preparing = { readonly setting: Setting; readonly sealer: Sealer; readonly ref?: string | undefined };

/** Whether something found refuses the record. */
export const refuses = (found: readonly Finding[]): boolean => found.some(({ code }) => codes[code].severity === 'reject');

/** A field that the reader of the file has refused is named, though without a value. */
export const blankRefused = <Name extends string>(claim: Record<Name, ClaimValue>, { rows }: FieldTable<Name>, before: readonly Finding[]): void => {
  for (const { field, pointer } of rows) if (before.some((finding) => finding.pointer === pointer && refuses([finding]))) claim[field] = '';
};

/** Findings as events keep them: codes and pointers; of keys that the sender made up, only where they stood. */
export const stored = (found: readonly Finding[]): StoredFault[] => found.map(({ pointer, code, storedPointer }) => ({ pointer: storedPointer ?? pointer, code }));
