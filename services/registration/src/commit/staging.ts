import type { Fault } from '@da06/errors';
import { personLinkedType, topics, type PopulationRegister, type Shape } from '@da06/events';
import type { Sealer } from '@da06/vault';
import type { Columns, PreparedItem, StayDraft } from '../take-in/types.ts';
import type { AnswerItem } from './answer.ts';
import { placeFaults } from './place-faults.ts';
import { addEvent, type Unit } from './unit.ts';

/** What a request's records have in common, ready to be decided upon. */
type Request = {
  readonly shape: Shape;
  readonly columns: Columns | undefined;
  readonly single: boolean;
  readonly actor: string;
  readonly receivedAt: number;
  readonly vault: { readonly registrationNumber: (facility: string, ref: string) => string; readonly mac: (domain: 'reference', ...parts: readonly string[]) => string; readonly newSealer: () => Sealer };
};
export type StayBatch = Request & { readonly facility: string };
export type RegisterBatch = Request & { readonly register: PopulationRegister; /** uids that a commune's key may write of; undefined = any. */ readonly ownUnits: ReadonlySet<string> | undefined };
/** `trips` = id of the operator. */
export type TripBatch = Request & { readonly trips: string };
export type RecordBatch = StayBatch | RegisterBatch | TripBatch;

export type Sealing<Batch extends RecordBatch> = Batch & { readonly sealer: Sealer };

/** What became of one record. `seen` = the first record of its reference is known now; `recorded` = an event was added. */
export type Taken = { readonly item: AnswerItem; readonly seen: boolean; readonly recorded: boolean };

export const rejected = (batch: RecordBatch, item: PreparedItem, faults: readonly Fault[]): Taken => ({
  item: answered(batch, item, { ref: item.ref, status: 'rejected', late: false, registrationNumber: null, eventId: null, faults }),
  seen: false,
  recorded: false,
});

type Told = Pick<AnswerItem, 'ref' | 'status' | 'late' | 'registrationNumber' | 'eventId' | 'faults'>;

/** The answer's item, with the place in the file where there is one. */
const answered = ({ columns }: RecordBatch, { index, hash, at }: PreparedItem, { ref, status, late, registrationNumber, eventId, faults: found }: Told): AnswerItem => {
  const { at: place, faults } = placeFaults(at, found, columns);
  return place === undefined ? { index, ref, status, late, registrationNumber, eventId, hash, faults } : { index, ref, status, late, registrationNumber, eventId, hash, at: place, faults };
};

/** What was decided of a record. `found` = faults beside take-in's own. */
export type Decided = { readonly status: 'accepted' | 'duplicate' | 'amended'; readonly late: boolean; readonly eventId: string; readonly found: readonly Fault[]; readonly seen: boolean };

export const taken = (batch: RecordBatch, item: PreparedItem, { ref, registrationNumber }: { readonly ref: string; readonly registrationNumber: string }, { status, late, eventId, found, seen }: Decided): Taken => ({
  item: answered(batch, item, { ref, status, late, registrationNumber, eventId, faults: found.length === 0 ? item.faults : [...item.faults, ...found] }),
  seen,
  recorded: status !== 'duplicate',
});

/** The members of an event's data that every decision adds, as JSON text. */
export const decidedJson = (revision: number, { storedFaults }: StayDraft, found: readonly Fault[]): string => `"revision":${revision},"faults":${storedJson(storedFaults, found)}`;

const storedJson = (storedFaults: StayDraft['storedFaults'], found: readonly Fault[]): string => {
  if (found.length > 0) return JSON.stringify([...storedFaults, ...found.map(({ pointer, code }) => ({ pointer, code }))]);
  return storedFaults.length === 0 ? '[]' : JSON.stringify(storedFaults);
};

/** What is sealed though its record names no person: under the person that is known of the reference, or the reference's own keyed hash. */
export const sealedLater = ({ sealer, vault }: Sealing<RecordBatch>, { toSeal }: StayDraft, { personKey, place, ref }: { readonly personKey: string; readonly place: string; readonly ref: string }): string =>
  toSeal === undefined ? '' : `,"sealed":${JSON.stringify(sealer.seal(personKey !== '' ? personKey : vault.mac('reference', place, ref), toSeal))}`;

/** Records once that two papers are of one person. */
export const stageLink = (unit: Unit, batch: RecordBatch, link: { readonly cccdKey: string; readonly cmndKey: string }): void => {
  const key = `${link.cmndKey} ${link.cccdKey}`;
  if (unit.overlay.hasLink(key)) return;
  unit.overlay.changes.links.add(key);
  addEvent(unit, { topic: topics.stays, type: personLinkedType, subject: link.cmndKey, receivedAt: batch.receivedAt, actor: batch.actor, data: link });
};
