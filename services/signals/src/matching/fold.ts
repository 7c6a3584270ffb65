import { evolveAlert, initialAlert } from '@da06/domain';
import {
  alertClosedType, alertConfirmedType, alertDismissedType, alertRaisedType, personLinkedType, stayCancelledType, stayCheckedInType, stayCheckedOutType, stayCorrectedType, watchEntryAddedType, watchEntryRemovedType,
  webhookRemovedType, webhookSecretRotatedType, webhookSubscribedType,
  type Envelope, type PersonLinkedData, type StayCheckedIn, type StayGroups, type WatchEntryAddedData, type WatchEntryRemovedData,
} from '@da06/events';
import type { Changes, Known } from '../known/known.ts';
import type { KnownStay, KnownStayEvent, Place } from '../known/types.ts';
import { foldWebhook } from '../webhooks/fold.ts';
import { hashesOf } from './stay-of.ts';

export type FoldDeps = { readonly known: Known; readonly changes: Changes; /** The watch-list's hash of a key of a person or of a document. */ readonly hashOf: (key: string) => string };

/** What one event changes in what is known; the hashes whose matches are to be looked at because of it. Repeats change nothing, and are looked at again. */
export const fold = (event: Envelope, place: Place, deps: FoldDeps): readonly string[] => folds[event.type]?.(event, place, deps) ?? [];

type Fold = (event: Envelope, place: Place, deps: FoldDeps) => readonly string[];

const toldBy = ({ sequence, recordedtime }: Envelope): { readonly sequence: string; readonly recordedAt: number } => ({ sequence, recordedAt: Date.parse(recordedtime) });

const foldEntry: Fold = (event, _place, { known, changes }) => {
  const data = event.data as WatchEntryAddedData;
  if (known.entry(data.entry) === undefined) changes.putEntry({ ...data, eventId: event.id, added: toldBy(event), removed: null });
  return data.hashes;
};

const foldRemoval: Fold = (event, _place, { known, changes }) => {
  const { entry: id, cause } = event.data as WatchEntryRemovedData;
  const entry = known.entry(id);
  if (entry !== undefined && (entry.removed === null || event.sequence < entry.removed.sequence)) changes.putEntry({ ...entry, removed: { ...toldBy(event), cause } });
  return [];
};

const foldAlert: Fold = (event, _place, { known, changes }) => {
  const { alert: id, reason = '' } = event.data as { readonly alert: string; readonly reason?: string };
  const held = known.alert(id);
  const before = held?.state ?? initialAlert;
  const state = evolveAlert(before, event);
  if (state === before || state.status === 'unknown') return [];
  changes.putAlert({ state, history: [...(held?.history ?? []), { type: event.type, eventId: event.id, recordedAt: event.recordedtime, actor: event.actor, reason }] });
  return [];
};

const foldSubscription: Fold = (event, _place, { known, changes }) => {
  const held = known.webhook(event.subject);
  const webhook = foldWebhook(held, event);
  if (webhook !== undefined && webhook !== held) changes.putWebhook(webhook);
  return [];
};

const foldLink: Fold = (event, _place, { changes, hashOf }) => {
  const { cmndKey, cccdKey } = event.data as PersonLinkedData;
  const [paper, card] = [hashOf(cmndKey), hashOf(cccdKey)];
  changes.putLink(paper, { card, told: toldBy(event) });
  return [paper];
};

const foldStay: Fold = (event, place, { known, changes, hashOf }) => {
  const { facility, ref } = event.data as StayCheckedIn['data'];
  const key = `${facility}/${ref}`;
  const held = known.stay(key)?.events ?? [];
  const events = held.some(({ id }) => id === event.id) ? held : [...held, knownEvent(event, place, hashOf)];
  const stay: KnownStay = { facility, ref, events };
  const hashes = everyHashOf(stay);
  if (events !== held) changes.putStay(key, stay, hashes);
  return hashes;
};

const matched: readonly string[] = ['person', 'arrival', 'departure', 'cancelled'];

const knownEvent = ({ id, type, sequence, recordedtime, data }: Envelope, place: Place, hashOf: FoldDeps['hashOf']): KnownStayEvent => {
  const { revision, sets, groups, yields = [] } = data as StayCheckedIn['data'];
  const kept: StayGroups = {
    ...(groups.person !== undefined && { person: { personKey: hashOf(groups.person.personKey), documentKey: hashOf(groups.person.documentKey), documentKind: '', documentCode: '', issuingState: '' } }),
    ...(groups.arrival !== undefined && { arrival: groups.arrival }),
    ...(groups.departure !== undefined && { departure: groups.departure }),
  };
  const of = (names: readonly string[] | undefined): string[] => (names ?? []).filter((name) => matched.includes(name));
  return { id, type, sequence, recordedtime, data: { facilityKind: '', tourism: false, revision, sets: of(sets), yields: of(yields), groups: kept }, place };
};

/** Of every person that was ever told to be the guest. */
export const everyHashOf = ({ events }: KnownStay): readonly string[] => [...new Set(events.flatMap(({ data: { groups } }) => (groups.person === undefined ? [] : hashesOf(groups.person))))];

const folds: Readonly<Record<string, Fold>> = {
  [watchEntryAddedType]: foldEntry, [watchEntryRemovedType]: foldRemoval,
  [alertRaisedType]: foldAlert, [alertConfirmedType]: foldAlert, [alertDismissedType]: foldAlert, [alertClosedType]: foldAlert,
  [webhookSubscribedType]: foldSubscription, [webhookSecretRotatedType]: foldSubscription, [webhookRemovedType]: foldSubscription,
  [personLinkedType]: foldLink,
  [stayCheckedInType]: foldStay, [stayCorrectedType]: foldStay, [stayCheckedOutType]: foldStay, [stayCancelledType]: foldStay,
};

/** Whether a record may hold an event that counts here, told from its bytes: most of a log are others, and reading them whole takes ten times as long. */
export const mayCount = (value: Uint8Array): boolean => {
  const text = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return marks.some((mark) => text.includes(mark));
};
const marks = ['vn.da06.stay.', 'vn.da06.watch-entry.', 'vn.da06.alert.', 'vn.da06.webhook.', 'vn.da06.person.'].map((text) => Buffer.from(`"${text}`));
