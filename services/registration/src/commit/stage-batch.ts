import type { Fault } from '@da06/errors';
import { feedBatchReceivedType, personLinkedType, topics, type Shape } from '@da06/events';
import type { Sealer } from '@da06/vault';
import { recordChange } from '../refs/record-change.ts';
import type { RefState } from '../refs/ref-state.ts';
import type { Columns, PreparedItem, PreparedPiece, StayDraft } from '../take-in/types.ts';
import { countCodes, countItems, type AnswerItem } from './answer.ts';
import { composeStay } from './compose-event.ts';
import { decideStay, type StayDecision } from './decide-stay.ts';
import { findDeparting } from './departure.ts';
import { neighbourFaults } from './neighbours.ts';
import { placeFaults } from './place-faults.ts';
import { addEvent, type Unit } from './unit.ts';

/** What a request's records have in common, ready to be decided upon. */
export type StayBatch = {
  readonly shape: Shape;
  readonly columns: Columns | undefined;
  readonly facility: string;
  readonly single: boolean;
  readonly actor: string;
  readonly receivedAt: number;
  readonly vault: { readonly registrationNumber: (facility: string, ref: string) => string; readonly mac: (domain: 'reference', ...parts: readonly string[]) => string; readonly newSealer: () => Sealer };
};

/** What became of records, in their order. `seen` tells of each whether a check-in of its reference is known now. */
export type Staged = { readonly items: readonly AnswerItem[]; readonly seen: readonly boolean[] };

/** Decides each record in turn and adds its events to the unit. */
export const stagePieces = (unit: Unit, batch: StayBatch, pieces: readonly PreparedPiece[]): Staged => {
  const items: AnswerItem[] = [];
  const seen: boolean[] = [];
  const sealer = batch.vault.newSealer();
  let recorded = false;
  const sealing = { ...batch, sealer };
  for (const piece of pieces) {
    for (const item of piece.items) {
      const taken = stageItem(unit, sealing, item);
      items.push(taken.item);
      seen.push(taken.seen);
      recorded ||= taken.recorded;
    }
  }
  if (recorded) for (const chunk of [...pieces.map(({ keyChunk }) => keyChunk), sealer.chunk()]) if (chunk !== undefined) unit.puts.push(chunk);
  return { items, seen };
};

/** Adds the event that counts a request. */
export const stageCount = (unit: Unit, { facility, shape, single, receivedAt, actor }: StayBatch, items: readonly AnswerItem[]): void => {
  const data = { facility, shape, single, ...countItems(items), codes: countCodes(items) };
  addEvent(unit, { topic: topics.stays, type: feedBatchReceivedType, subject: facility, receivedAt, actor, data });
};

type Sealing = StayBatch & { readonly sealer: Sealer };
type Taken = { readonly item: AnswerItem; readonly seen: boolean; readonly recorded: boolean };

const stageItem = (unit: Unit, batch: Sealing, item: PreparedItem): Taken => {
  const { draft } = item;
  if (draft === undefined) return rejected(batch, item, item.faults);
  if (draft.byDocument === undefined) return stageDraft(unit, batch, item, { ref: draft.ref, draft, registrationNumber: draft.registrationNumber, faults: [] });
  const found = findDeparting(unit.overlay, batch.facility, draft);
  if (!found.ok) return rejected(batch, item, [...item.faults, found.fault]);
  return stageDraft(unit, batch, item, { ref: found.ref, draft, registrationNumber: batch.vault.registrationNumber(batch.facility, found.ref), faults: found.faults });
};

const rejected = (batch: StayBatch, item: PreparedItem, faults: readonly Fault[]): Taken => ({
  item: answered(batch, item, { ref: item.ref, status: 'rejected', late: false, registrationNumber: null, eventId: null, faults }),
  seen: false,
  recorded: false,
});

type Told = Pick<AnswerItem, 'ref' | 'status' | 'late' | 'registrationNumber' | 'eventId' | 'faults'>;

/** The answer's item, with the place in the file where there is one. */
const answered = ({ columns }: StayBatch, { index, hash, at }: PreparedItem, { ref, status, late, registrationNumber, eventId, faults: found }: Told): AnswerItem => {
  const { at: place, faults } = placeFaults(at, found, columns);
  return place === undefined ? { index, ref, status, late, registrationNumber, eventId, hash, faults } : { index, ref, status, late, registrationNumber, eventId, hash, at: place, faults };
};

/** A draft with the reference it is about, and what was found beside take-in's own findings. */
type Meant = { readonly ref: string; readonly draft: StayDraft; readonly registrationNumber: string; readonly faults: readonly Fault[] };

const stageDraft = (unit: Unit, batch: Sealing, item: PreparedItem, meant: Meant): Taken => {
  const { ref, draft } = meant;
  const key = `${batch.facility}/${ref}`;
  const before = unit.overlay.ref(key);
  const decision = decideStay(draft, before);
  const late = latenessOf(draft, before);
  if (decision.status === 'duplicate') return taken(batch, item, meant, { status: 'duplicate', late, eventId: decision.eventId, found: meant.faults, seen: before?.seen ?? false });

  const envelope = unit.envelope({ subject: key, at: draft.time, receivedAt: batch.receivedAt, actor: batch.actor });
  const after = recordChange(unit.overlay, { facility: batch.facility, ref, key }, {
    kind: draft.kind, id: envelope.id, revision: decision.revision, sets: draft.sets, yields: decision.yields, mac: draft.contentMac, late: draft.late,
    personKey: draft.personKey, documentKey: draft.documentKey, arrivedAt: draft.arrivalAt, expectedAt: draft.expectedAt, departedAt: draft.departureAt,
  });
  const neighbours = aboutNeighbours(unit, batch, draft, ref, after);
  const found = meant.faults.length + decision.faults.length + neighbours.length === 0 ? neighbours : [...meant.faults, ...decision.faults, ...neighbours];
  unit.add(composeStay(unit.arena, envelope, { type: draft.type, dataJson: draft.dataJson, decided: decidedData(batch, meant, decision, found, after) }), key);
  if (draft.link !== undefined) stageLink(unit, batch, draft.link);
  return taken(batch, item, meant, { status: decision.status, late, eventId: envelope.id, found, seen: after.seen });
};

type Decided = { readonly status: 'accepted' | 'duplicate' | 'amended'; readonly late: boolean; readonly eventId: string; readonly found: readonly Fault[]; readonly seen: boolean };

const taken = (batch: StayBatch, item: PreparedItem, { ref, registrationNumber }: Meant, { status, late, eventId, found, seen }: Decided): Taken => ({
  item: answered(batch, item, { ref, status, late, registrationNumber, eventId, faults: found.length === 0 ? item.faults : [...item.faults, ...found] }),
  seen,
  recorded: status !== 'duplicate',
});

const aboutNeighbours = (unit: Unit, batch: StayBatch, draft: StayDraft, ref: string, after: RefState): Fault[] =>
  draft.kind === 'check-in' && after.arrivedAt !== 0 && after.documentKey !== '' ? neighbourFaults(unit.overlay, { facility: batch.facility, ref, documentKey: after.documentKey, arrivedAt: after.arrivedAt, expectedAt: after.expectedAt, departedAt: after.departedAt }, batch.shape) : [];

/** The members of the event's data that take-in could not know, as JSON text. */
const decidedData = (batch: Sealing, { draft, ref, registrationNumber }: Meant, decision: StayDecision & { status: 'accepted' | 'amended' }, found: readonly Fault[], after: RefState): string => {
  let json = `"revision":${decision.revision},"faults":${storedJson(draft, found)}`;
  if (draft.kind === 'check-in') json += decision.yields.length === 0 ? ',"yields":[]' : `,"yields":${JSON.stringify(decision.yields)}`;
  if (draft.byDocument !== undefined) json += `,"ref":"${ref}","registrationNumber":"${registrationNumber}"`;
  if (draft.toSeal !== undefined) {
    const person = after.personKey !== '' ? after.personKey : batch.vault.mac('reference', batch.facility, ref);
    json += `,"sealed":${JSON.stringify(batch.sealer.seal(person, draft.toSeal))}`;
  }
  return json;
};

const storedJson = ({ storedFaults }: StayDraft, found: readonly Fault[]): string => {
  if (found.length > 0) return JSON.stringify([...storedFaults, ...found.map(({ pointer, code }) => ({ pointer, code }))]);
  return storedFaults.length === 0 ? '[]' : JSON.stringify(storedFaults);
};

/** The first notice of a stay counts: what was told in time stays so, however often it is sent again. */
const latenessOf = (draft: StayDraft, before: RefState | undefined): boolean => draft.kind === 'check-in' && draft.late && (before?.seen !== true || before.late);

const stageLink = (unit: Unit, batch: StayBatch, link: { readonly cccdKey: string; readonly cmndKey: string }): void => {
  const key = `${link.cmndKey} ${link.cccdKey}`;
  if (unit.overlay.hasLink(key)) return;
  unit.overlay.changes.links.add(key);
  addEvent(unit, { topic: topics.stays, type: personLinkedType, subject: link.cmndKey, receivedAt: batch.receivedAt, actor: batch.actor, data: link });
};
