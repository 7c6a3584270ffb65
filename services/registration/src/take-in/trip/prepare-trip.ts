import { dayMs, instant, parseStayTime, type StayTime } from '@da06/domain';
import type { Code } from '@da06/errors';
import { coachTripReportedType, type Shape, type StayGroupName } from '@da06/events';
import { instantJson, refJson, sealedJson } from '../draft/data-json.ts';
import { revisionOf } from '../draft/groups.ts';
import { blankRefused, refuses, stored, type Outcome } from '../draft/outcome.ts';
import { textOf } from '../fields/claim.ts';
import { readClaim, requireFields, type JsonObject } from '../fields/read-claim.ts';
import { shown } from '../fields/read-field.ts';
import { checkRef } from '../rules/check-ref.ts';
import type { Finding, StayDraft, TakeInFormat } from '../types.ts';
import { isPlate, normalisePlate, plateKeyOf } from './plate.ts';
import { tripTable, type TripClaim, type TripField } from './trip-fields.ts';
import { placeOfTrips, type TripPreparing } from './trip-setting.ts';

const mostPassengers = 100;
const earliest = Date.UTC(2000, 0, 1);
/** Plates are shorter than numbers of papers: so many signs of one stand in a text by no chance. */
const tellingPlate = 6;
/** Numbers of papers and phones have nine digits and more; those of roads and bus stations do not. */
const longNumber = /(?:\d[ .-]?){9}/;

const shapes: Readonly<Partial<Record<TakeInFormat, Extract<Shape, 'native' | 'csv'>>>> = { put: 'native', json: 'native', ndjson: 'native', csv: 'csv' };

type Telling = { readonly claim: TripClaim; readonly found: Finding[] };
type CheckedTrip = { readonly ref: string; readonly plate: string; readonly departsAt: number; readonly arrivesAt: number | null };

/** Prepares a trip of a coach: reads, checks every rule, and makes the draft if nothing refuses it. */
export const prepareTrip = (received: JsonObject, before: readonly Finding[], format: TakeInFormat, preparing: TripPreparing): Outcome => {
  const shape = shapes[format];
  if (shape === undefined) throw new TypeError(`Trips come in no ${format}.`);
  const found: Finding[] = [...before];
  const claim = readClaim(received, tripTable, found);
  if (before.length > 0) blankRefused(claim, tripTable, before);
  const telling: Telling = { claim, found };
  requireFields(claim, preparing.ref === undefined ? tripTable.required : tripTable.requiredBesideRef, found);
  const plate = checkPlate(telling);
  const ref = checkTripRef(telling, plate, preparing.ref);
  checkPlaces(telling, plate);
  const passengers = textOf(claim.passengers);
  if (passengers !== undefined && Number(passengers) > mostPassengers) tell(telling, 'passengers', 'trip.passengers-range');
  const { departsAt, arrivesAt } = checkTimes(telling, preparing.context.receivedAt);
  if (refuses(found) || departsAt === undefined) return { ref, found };
  return { ref, found, draft: tripDraft({ ref, plate, departsAt, arrivesAt }, telling, shape, preparing) };
};

/** One list for all: lists are told apart by themselves where records are packed. */
const noGroups: readonly StayGroupName[] = [];

const tripDraft = ({ ref, plate, departsAt, arrivesAt }: CheckedTrip, { claim, found }: Telling, shape: string, { context, hashes, sealer }: TripPreparing): StayDraft => {
  const place = placeOfTrips(context.trips);
  const plateKey = plateKeyOf(hashes, plate);
  const registrationNumber = hashes.registrationNumber(place, ref, 'CX');
  const members = JSON.stringify({ route: { from: textOf(claim.from), to: textOf(claim.to) }, passengers: Number(claim.passengers), plate: plateKey, cancelled: claim.status === 'cancelled' }).slice(1, -1);
  const times = `"departsAt":${instantJson(departsAt)},"arrivesAt":${instantJson(arrivesAt)}`;
  const identity = JSON.stringify({ plate: textOf(claim.plate) });
  const contentMac = hashes.mac('content', place, members, times, identity);
  return {
    kind: 'check-in', type: coachTripReportedType, ref, registrationNumber, revision: revisionOf(claim), time: instant(departsAt), sets: noGroups, contentMac,
    dataJson: ascii(`"facility":"${context.trips}","shape":"${shape}"${refJson(ref, registrationNumber)},${times},${members}${sealedJson(sealer.sealJson(plateKey, identity))},"contentMac":"${contentMac}"`),
    storedFaults: stored(found), personKey: plateKey, late: false, syncedLate: false, unit: '',
  };
};

/** JSON whose signs are all ASCII, as a draft's data have to be. */
const ascii = (json: string): string => json.replace(/[^\u0000-\u007f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`); // eslint-disable-line no-control-regex -- ASCII begins with control characters

/** Says something of a field, with what it held. */
const tell = ({ claim, found }: Telling, field: TripField, code: Code): void => void found.push({ pointer: tripTable.pointers[field], code, received: shown(claim[field]) });

/** The plate as it is hashed; '' if there is none, or none that can be one. */
const checkPlate = (telling: Telling): string => {
  const text = textOf(telling.claim.plate);
  if (text === undefined) return '';
  const plate = normalisePlate(text);
  if (isPlate(plate)) return plate;
  tell(telling, 'plate', 'plate.format');
  return '';
};

const checkTripRef = (telling: Telling, plate: string, given: string | undefined): string => {
  const named = textOf(telling.claim.ref);
  if (given !== undefined && named !== undefined && named !== given) tell(telling, 'ref', 'ref.mismatch');
  const ref = given ?? named ?? '';
  if (ref === '') return ref;
  const pointer = tripTable.pointers.ref;
  checkRef({ ref, number: plate, phone: '', pointer }, telling.found);
  const isRefused = telling.found.some((finding) => finding.pointer === pointer);
  if (!isRefused && holdsPlate(ref, plate)) telling.found.push({ pointer, code: 'ref.personal', received: ref });
  return ref;
};

/** Places are kept in clear: they hold names of places alone. */
const checkPlaces = (telling: Telling, plate: string): void => {
  for (const field of ['from', 'to'] as const) {
    const text = textOf(telling.claim[field]) ?? '';
    if (holdsPlate(text, plate) || longNumber.test(text)) tell(telling, field, 'trip.place-personal');
  }
};

const holdsPlate = (text: string, plate: string): boolean => plate.length >= tellingPlate && normalisePlate(text).includes(plate);

const checkTimes = (telling: Telling, receivedAt: number): { readonly departsAt: number | undefined; readonly arrivesAt: number | null } => {
  const departs = readTime(telling, 'departsAt');
  const arrives = readTime(telling, 'arrivesAt');
  if (departs === undefined) return { departsAt: undefined, arrivesAt: null };
  if (departs.at < earliest || departs.at > receivedAt + 366 * dayMs) tell(telling, 'departsAt', 'trip.departure-out-of-range');
  if (!departs.timeKnown) tell(telling, 'departsAt', 'trip.time-missing');
  if (arrives !== undefined && arrives.at < departs.at) tell(telling, 'arrivesAt', 'trip.arrival-before-departure');
  return { departsAt: departs.at, arrivesAt: arrives?.at ?? null };
};

const readTime = (telling: Telling, field: 'departsAt' | 'arrivesAt'): StayTime | undefined => {
  const text = textOf(telling.claim[field]);
  if (text === undefined) return undefined;
  const time = parseStayTime(text);
  if (time !== undefined && time.at >= 0 && time.at < Date.UTC(2200, 0, 1)) return time;
  tell(telling, field, 'date.format');
  return undefined;
};
