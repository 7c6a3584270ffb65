import { compareOrder } from '@da06/domain';
import {
  absenceDeclaredType, birthRegisteredType, deathRegisteredType, householdChangedType, recordWithdrawnType, residenceEndedType, residenceMovedType, residenceRegisteredType, type Envelope,
} from '@da06/events';
import type { SealedIdentity } from '@da06/vault';
import { mergePatch } from '@da06/service-kit';
import type { Reference } from '../refs/reference.ts';
import type { RefState } from '../refs/ref-state.ts';
import type { Service } from '../service.ts';
import { openSealed } from './open-sealed.ts';
import { readEvents } from './read-events.ts';

/** What the data of every event of a register have that this needs; the rest are the fields of the kind of record. */
type RecordData = Readonly<Record<string, unknown>> & {
  readonly ref: string;
  readonly revision: number;
  readonly registrationNumber: string;
  readonly shape: string;
  readonly faults: readonly unknown[];
  readonly personKey?: string;
  readonly sealed?: SealedIdentity;
};
type StoredRecord = Omit<Envelope, 'data'> & { readonly data: RecordData };

/** A record of a register as its events come to, nobody's identity opened. */
export type FoldedRecord = {
  readonly status: 'recorded' | 'withdrawn';
  readonly state: RefState;
  readonly events: readonly StoredRecord[];
  /** The record that holds, also one that is withdrawn; undefined while only a withdrawal is known. */
  readonly held: StoredRecord | undefined;
  /** Its sealed parts: its own, and the reason of its withdrawal. */
  readonly sealed: readonly SealedIdentity[];
  /** Keyed hashes that identities of this record are sealed under. */
  readonly persons: readonly string[];
};

/** A record with whom it is of, in the native item's own nesting, unless that was erased. */
export type OpenedRecord = { readonly identity: 'shown' | 'erased'; readonly record: Readonly<Record<string, unknown>> };

export const foldRecord = async (service: Service, of: Reference, state: RefState): Promise<FoldedRecord> => {
  const events = (await readEvents(service, of, state)) as StoredRecord[];
  const ordered = [...events].sort((a, b) => compareOrder([a.data.revision, a.sequence, a.id], [b.data.revision, b.sequence, b.id]));
  const held = ordered.findLast(({ type }) => type !== recordWithdrawnType);
  const withdrawal = state.cancelled ? ordered.findLast(({ type }) => type === recordWithdrawnType) : undefined;
  const sealed = [held, withdrawal].flatMap((event) => event?.data.sealed ?? []);
  return {
    status: state.cancelled ? 'withdrawn' : 'recorded',
    state, events, held, sealed,
    persons: [...new Set(sealed.map(({ personKey }) => personKey))],
  };
};

/** Opens a record's identity. Whoever shows it must have recorded that before (`record-reading.ts`). */
export const openRecord = (service: Service, { held, sealed }: FoldedRecord): OpenedRecord => {
  const opened = sealed.map((part) => openSealed(service, part));
  const record = opened.reduce<Record<string, unknown>>((merged, part) => mergePatch(merged, part ?? {}), held === undefined ? {} : plainOf(held));
  return { identity: opened.includes(undefined) ? 'erased' : 'shown', record };
};

/** Members of an event's data that are no fields of the item, or stand elsewhere in it. */
const elsewhere = new Set(['register', 'ref', 'revision', 'registrationNumber', 'shape', 'sealed', 'faults', 'contentMac', 'personKey', 'sex', 'birthYear', 'nationality', 'household', 'relation', 'kind']);

/** What is known in clear, where the native item has it. */
const plainOf = ({ type, data }: StoredRecord): Record<string, unknown> => {
  const { sex, birthYear, nationality, relation, kind } = data;
  return {
    ...changeOf(type, data), ...Object.fromEntries(Object.entries(data).filter(([name]) => !elsewhere.has(name))),
    person: { sex, birthYear, nationality },
    ...(type === householdChangedType && { kind }), ...(type === residenceEndedType && kind !== 'absence' && { ends: kind }),
    ...(typeof relation === 'string' && relation !== '' && { household: { relation } }),
  };
};

const changes: Readonly<Record<string, string>> = {
  [residenceMovedType]: 'move', [absenceDeclaredType]: 'absence', [householdChangedType]: 'household', [birthRegisteredType]: 'birth', [deathRegisteredType]: 'death',
};

/** The change a record told; none of a worker's. */
const changeOf = (type: string, { kind, cause }: RecordData): { readonly change?: unknown } => {
  if (type === residenceRegisteredType) return { change: cause === 'renewal' ? 'renewal' : kind };
  if (type === residenceEndedType) return { change: kind === 'absence' ? 'return' : 'end' };
  return type in changes ? { change: changes[type] } : {};
};
