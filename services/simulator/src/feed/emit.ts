import type { Oversight } from '../oversight/truth.ts';
import type { ExpectedStays } from '../truth/expected.ts';
import { isLate } from '../stays/deadline.ts';
import { apply, type Change, type Stay } from '../stays/stay.ts';
import { codesOfChange, codesOfRecord } from '../stays/whole-record.ts';
import { fileBody } from './file-body.ts';
import { spoiltExpected } from './item.ts';
import type { Entry, Message } from './message.ts';
import type { Sending } from './sending.ts';
import { isWholeAlone, singleRequest } from './single-request.ts';

/** What became of a message: what is sent, of which stays the system has learnt for the first time, and what was told beside stays. */
export type Emitted = { readonly sending: Sending; readonly appeared: readonly Stay[]; readonly tellings?: Partial<Oversight> };

type Kept = Pick<Sending, 'method' | 'path' | 'contentType' | 'body'> & { readonly expected: Sending['expected'] };

/** Messages that will be repeated, with what was sent. */
const kept = new WeakMap<Message, Kept>();

/**
 * Sends a message: carries its changes into the stays, as the system is told of them, and writes its body. To be called once for each
 * message, in their order. One that is not `wanted` only happens: it has no body unless it is repeated later.
 */
export const emit = (message: Message, wanted: boolean): Emitted => {
  const { facility, at } = message;
  const facilityId = facility.plan.id;
  if (message.repeats !== undefined) return { sending: { at, facility: facilityId, ...repeated(message.repeats) }, appeared: [] };
  if (message.what === 'empty-day') {
    const path = `/v1/facilities/${facilityId}/days/${message.day}/nothing-to-report`;
    return { sending: { at, facility: facilityId, method: 'POST', path, contentType: 'application/json', body: '', expected: { about: 'empty-day' } }, appeared: [] };
  }
  const tally = newTally();
  const appeared = message.entries.filter((entry) => {
    const before = entry.stay.told;
    tell(entry, message, tally);
    return before === undefined && entry.stay.told !== undefined;
  }).map(({ stay }) => stay);
  if (!wanted && !message.repeated) return { sending: { at, facility: facilityId, method: 'POST', path: '', contentType: '', body: '', expected: tally }, appeared };
  const sent: Kept = { ...(message.what === 'file' ? { method: 'POST' as const, path: `/v1/facilities/${facilityId}/stays`, ...fileBody(facility.style, message.entries) } : singleRequest(message.entries[0] as Entry)), expected: tally };
  if (message.repeated) kept.set(message, sent);
  return { sending: { at, facility: facilityId, ...sent }, appeared };
};

/** What was taken before is told as duplicates; what was refused is refused again. */
const repeated = (original: Message): Kept => {
  const sent = kept.get(original);
  if (sent === undefined) throw new TypeError('A message is repeated before it was sent.');
  if (sent.expected.about !== 'stays') return sent;
  return { ...sent, expected: { ...sent.expected, duplicate: sent.expected.accepted, amended: 0 } };
};

type Tally = { -readonly [Name in keyof ExpectedStays]: ExpectedStays[Name] } & { readonly codes: Record<string, number> };
const newTally = (): Tally => ({ about: 'stays', received: 0, accepted: 0, duplicate: 0, amended: 0, late: 0, rejected: 0, codes: {} });

/** Carries an entry's changes into its stay and counts what the answer must say of it. */
const tell = ({ stay, changes, flaw }: Entry, { at, what }: Message, tally: Tally): void => {
  tally.received += 1;
  const count = (codes: readonly string[]): void => {
    for (const code of codes) tally.codes[code] = (tally.codes[code] ?? 0) + 1;
  };
  if (flaw !== undefined) {
    tally.rejected += 1;
    count([...(flaw.field === 'line' ? [] : codesOfSpoilt(stay, flaw.field, at)), flaw.code]);
    return;
  }
  tally.accepted += 1;
  for (const change of changes) apply(stay.record, change, stay.facility.numbersRevisions);
  const change = changes[0] as Change;
  if (what === 'file' || isWholeAlone(change)) {
    tellWhole(stay, at, tally);
    count(codesOfRecord(stay, at));
    stand(stay, at);
    return;
  }
  if (stay.told === undefined) count(['stay.not-seen-yet']);
  else tally.amended += 1;
  if (change.type === 'leave') stay.events.checkedOut += 1;
  else if (change.type === 'cancel') {
    stay.events.cancelled += 1;
    if (stay.told !== undefined) stay.told.cancelled = true;
  } else stay.events.corrected += 1;
  count(codesOfChange(change, at));
  stand(stay, at);
};

/** Keeps what stands of a stay from now on. */
const stand = ({ record: { arrivedAt, expectedAt, departedAt, reason, home }, told, standings }: Stay, at: number): void => void standings.push({ at, arrivedAt, expectedAt, departedAt, reason, home, cancelled: told?.cancelled ?? false });

/** A whole record: the first notice decides whether it was late, a later one opens a withdrawn stay again. */
const tellWhole = (stay: Stay, at: number, tally: Tally): void => {
  const late = isLate(stay, at);
  if (stay.told === undefined) stay.told = { firstReceivedAt: at, wholeAt: [at], late, cancelled: false };
  else {
    tally.amended += 1;
    stay.told.wholeAt.push(at);
    stay.told.cancelled = false;
  }
  if (late && stay.told.late) tally.late += 1;
  stay.events.checkedIn += 1;
};

/** Warnings beside the fault itself: those that the spoilt field has no part in. */
const codesOfSpoilt = ({ record, doubts }: Stay, field: string, at: number): string[] =>
  codesOfRecord({ record: field === 'expected' ? { ...record, expectedAt: spoiltExpected(record.arrivedAt), departedAt: undefined } : record, doubts }, at).filter((code) => {
    if (field === 'birthDate' || field === 'number') return code !== 'document.cccd-birth-year-mismatch' && (field !== 'number' || code !== 'document.cccd-sex-mismatch');
    return field !== 'sex' || code !== 'document.cccd-sex-mismatch';
  });
