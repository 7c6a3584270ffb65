import { isDemonstration } from '@da06/domain';
import type { Fault } from '@da06/errors';
import { feedBatchReceivedType, registerBatchReceivedType, topics } from '@da06/events';
import { recordChange } from '../refs/record-change.ts';
import { refOfStay } from '../refs/reference.ts';
import type { RefState } from '../refs/ref-state.ts';
import type { PreparedItem, PreparedPiece, StayDraft } from '../take-in/types.ts';
import { countCodes, countItems, type AnswerItem } from './answer.ts';
import { composeRecord } from './compose-event.ts';
import { decideStay, type StayDecision } from './decide-stay.ts';
import { findDeparting } from './departure.ts';
import { neighbourFaults } from './neighbours.ts';
import { stageRecord, stageTrip } from './stage-record.ts';
import { decidedJson, rejected, sealedLater, stageLink, taken, type RecordBatch, type Sealing, type StayBatch, type Taken, type TripBatch } from './staging.ts';
import { addEvent, type Unit } from './unit.ts';

/** What became of records, in their order. `seen` tells of each whether a first record of its reference is known now. */
export type Staged = { readonly items: readonly AnswerItem[]; readonly seen: readonly boolean[] };

/** Decides each record in turn and adds its events to the unit. */
export const stagePieces = (unit: Unit, batch: RecordBatch, pieces: readonly PreparedPiece[]): Staged => {
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

/**
 * Adds the event that counts a request: also one of which nothing was recorded leaves this trace. A register's is an event of its own: it has no
 * facility, it is never late, and what counts stays must not count it.
 */
export const stageCount = (unit: Unit, batch: RecordBatch, items: readonly AnswerItem[]): void => {
  const { shape, single, receivedAt, actor } = batch;
  const codes = countCodes(items);
  const { late, ...counts } = countItems(items);
  const said =
    'register' in batch
      ? { type: registerBatchReceivedType, subject: batch.register, data: { register: batch.register, shape, single, simulated: isSimulated(items), ...counts, codes } }
      : { type: feedBatchReceivedType, subject: facilityOf(batch), data: { facility: facilityOf(batch), shape, single, ...counts, late, codes } };
  addEvent(unit, { topic: topics.stays, receivedAt, actor, ...said });
};

const facilityOf = (batch: StayBatch | TripBatch): string => ('trips' in batch ? batch.trips : batch.facility);

/** Whether a request is the demonstration's: every record that names a reference names one of its own, and some do. */
const isSimulated = (items: readonly AnswerItem[]): boolean => {
  const named = items.filter(({ ref }) => ref !== '');
  return named.length > 0 && named.every(({ ref }) => isDemonstration(ref));
};

const stageItem = (unit: Unit, batch: Sealing<RecordBatch>, item: PreparedItem): Taken => {
  const { draft } = item;
  if (draft === undefined) return rejected(batch, item, item.faults);
  if ('register' in batch) return stageRecord(unit, batch, item, draft);
  if ('trips' in batch) return stageTrip(unit, batch, item, draft);
  if (draft.byDocument === undefined) return stageDraft(unit, batch, item, { ref: draft.ref, draft, registrationNumber: draft.registrationNumber, faults: [] });
  const found = findDeparting(unit.overlay, batch.facility, draft);
  if (!found.ok) return rejected(batch, item, [...item.faults, found.fault]);
  return stageDraft(unit, batch, item, { ref: found.ref, draft, registrationNumber: batch.vault.registrationNumber(batch.facility, found.ref), faults: found.faults });
};

/** A draft with the reference it is about, and what was found beside take-in's own findings. */
type Meant = { readonly ref: string; readonly draft: StayDraft; readonly registrationNumber: string; readonly faults: readonly Fault[] };

const stageDraft = (unit: Unit, batch: Sealing<StayBatch>, item: PreparedItem, meant: Meant): Taken => {
  const { ref, draft } = meant;
  const of = refOfStay(batch.facility, ref);
  const before = unit.overlay.ref(of.key);
  const decision = decideStay(draft, before);
  const late = latenessOf(draft, before);
  if (decision.status === 'duplicate') return taken(batch, item, meant, { status: 'duplicate', late, eventId: decision.eventId, found: meant.faults, seen: before?.seen ?? false });

  const envelope = unit.envelope({ subject: of.subject, at: draft.time, receivedAt: batch.receivedAt, actor: batch.actor });
  const after = recordChange(unit.overlay, of, {
    kind: draft.kind, id: envelope.id, revision: decision.revision, sets: draft.sets, yields: decision.yields, mac: draft.contentMac, late: draft.late,
    personKey: draft.personKey, documentKey: draft.documentKey, owner: '', arrivedAt: draft.arrivalAt, expectedAt: draft.expectedAt, departedAt: draft.departureAt,
  });
  const neighbours = aboutNeighbours(unit, batch, draft, ref, after);
  const found = meant.faults.length + decision.faults.length + neighbours.length === 0 ? neighbours : [...meant.faults, ...decision.faults, ...neighbours];
  unit.add(composeRecord(unit.arena, envelope, { type: draft.type, dataJson: draft.dataJson, decided: decidedData(batch, meant, decision, found, after) }), of.key);
  if (draft.link !== undefined) stageLink(unit, batch, draft.link);
  return taken(batch, item, meant, { status: decision.status, late, eventId: envelope.id, found, seen: after.seen });
};

const aboutNeighbours = (unit: Unit, batch: StayBatch, draft: StayDraft, ref: string, after: RefState): Fault[] =>
  draft.kind === 'check-in' && after.arrivedAt !== 0 && after.documentKey !== '' ? neighbourFaults(unit.overlay, { facility: batch.facility, ref, documentKey: after.documentKey, arrivedAt: after.arrivedAt, expectedAt: after.expectedAt, departedAt: after.departedAt }, batch.shape) : [];

/** The members of the event's data that take-in could not know, as JSON text. */
const decidedData = (batch: Sealing<StayBatch>, { draft, ref, registrationNumber }: Meant, decision: StayDecision & { status: 'accepted' | 'amended' }, found: readonly Fault[], after: RefState): string => {
  let json = decidedJson(decision.revision, draft, found);
  if (draft.kind === 'check-in') json += decision.yields.length === 0 ? ',"yields":[]' : `,"yields":${JSON.stringify(decision.yields)}`;
  if (draft.byDocument !== undefined) json += `,"ref":"${ref}","registrationNumber":"${registrationNumber}"`;
  return json + sealedLater(batch, draft, { personKey: after.personKey, place: batch.facility, ref });
};

/** The first notice of a stay counts: what was told in time stays so, however often it is sent again. */
const latenessOf = (draft: StayDraft, before: RefState | undefined): boolean => draft.kind === 'check-in' && draft.late && (before?.seen !== true || before.late);
