import { fault } from '@da06/errors';
import { isOwnRecord, ownerOf } from '../refs/owner.ts';
import { recordChange } from '../refs/record-change.ts';
import { recordGroups, refOfRecord, refOfTrip, type Reference } from '../refs/reference.ts';
import type { RefState } from '../refs/ref-state.ts';
import { placeOfRegister } from '../take-in/register/register-setting.ts';
import type { PreparedItem, StayDraft } from '../take-in/types.ts';
import { composeRecord } from './compose-event.ts';
import { decideRecord } from './decide-record.ts';
import { staysOfDocument } from './neighbours.ts';
import { decidedJson, rejected, sealedLater, stageLink, taken, type RegisterBatch, type Sealing, type Taken, type TripBatch } from './staging.ts';
import type { Unit } from './unit.ts';

/** Decides a record of a register, or its withdrawal, and adds its event to the unit. */
export const stageRecord = (unit: Unit, batch: Sealing<RegisterBatch>, item: PreparedItem, draft: StayDraft): Taken => {
  const of = refOfRecord(batch.register, draft.ref);
  if (!mayChange(batch, unit.overlay.ref(of.key)) || !mayEnd(unit, batch, draft)) return rejected(batch, item, [...item.faults, fault(draft.kind === 'cancel' ? '' : '/ref', 'record.not-your-unit')]);
  return stageWhole(unit, batch, { item, draft }, { of, owner: ownerOf(draft.unit, batch.actor), documentKey: draft.personKey });
};

/** The same of a coach's trip. */
export const stageTrip = (unit: Unit, batch: Sealing<TripBatch>, item: PreparedItem, draft: StayDraft): Taken => stageWhole(unit, batch, { item, draft }, { of: refOfTrip(batch.trips, draft.ref), owner: '', documentKey: undefined });

/** `documentKey` = under which person the record is found again, if under any. */
type Meant = { readonly of: Reference; readonly owner: string; readonly documentKey: string | undefined };

/** Of what is replaced whole. */
const stageWhole = (unit: Unit, batch: Sealing<RegisterBatch | TripBatch>, { item, draft }: { readonly item: PreparedItem; readonly draft: StayDraft }, { of, owner, documentKey }: Meant): Taken => {
  const before = unit.overlay.ref(of.key);
  const sets = recordGroups(draft.kind);
  const decision = decideRecord({ kind: draft.kind, revision: draft.revision, sets, contentMac: draft.contentMac }, before);
  if (decision.status === 'duplicate') return taken(batch, item, draft, { status: 'duplicate', late: false, eventId: decision.eventId, found: [], seen: before?.seen ?? false });

  const envelope = unit.envelope({ subject: of.subject, at: draft.time, receivedAt: batch.receivedAt, actor: batch.actor });
  const after = recordChange(unit.overlay, of, {
    kind: draft.kind, id: envelope.id, revision: decision.revision, sets, yields: [], mac: draft.contentMac, late: false,
    personKey: draft.personKey, documentKey, owner, arrivedAt: undefined, expectedAt: undefined, departedAt: undefined,
  });
  const decided = decidedJson(decision.revision, draft, decision.faults) + sealedLater(batch, draft, { personKey: after.personKey, ...of });
  unit.add(composeRecord(unit.arena, envelope, { type: draft.type, dataJson: draft.dataJson, decided }), of.key);
  if (draft.link !== undefined) stageLink(unit, batch, draft.link);
  return taken(batch, item, draft, { status: decision.status, late: false, eventId: envelope.id, found: decision.faults, seen: after.seen });
};

/**
 * A commune's key ends or interrupts something only for somebody who is of its units by a record that stands: one of the same register under the paper that is named, or under the older one
 * named beside it. Who comes to its units, or lives there, needs no such record; whoever else declares for somebody of elsewhere is the standing agency or an officer.
 */
const mayEnd = ({ overlay }: Unit, { ownUnits, register }: RegisterBatch, { ends, personKey, link }: StayDraft): boolean => {
  if (ownUnits === undefined || ends !== true) return true;
  const place = placeOfRegister(register);
  return [personKey, link?.cmndKey].some((person) => person !== undefined && staysOfDocument(overlay, place, person).some(({ state }) => ownUnits.has(state.owner)));
};

/** A commune's key changes no record of another's unit, though it names the record's reference. */
const mayChange = ({ ownUnits, actor }: RegisterBatch, before: RefState | undefined): boolean => ownUnits === undefined || before === undefined || !before.seen || isOwnRecord(before, { ownUnits, actor });
