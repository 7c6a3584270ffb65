import { foldName, instant, lateness, localDay, vietnameseOnly } from '@da06/domain';
import { stayCheckedInType } from '@da06/events';
import { textOf, type Claim } from '../fields/claim.ts';
import type { FieldTable, JsonObject } from '../fields/read-claim.ts';
import { readClaim, requireFields } from '../fields/read-claim.ts';
import { dropImages, readForeign, readListNumbers, readVietnamese, type PortalCodes } from '../map/portal.ts';
import { readQr } from '../map/qr.ts';
import { foreignTable, sheetTable, stayTable, vietnameseTable, xmlTable } from '../map/tables.ts';
import { checkPerson, type CheckedPerson } from '../rules/check-person.ts';
import { checkResidence, checkRoomAndReason, placeArrival, type CheckedArrival, type Residence } from '../rules/check-place.ts';
import { checkRef } from '../rules/check-ref.ts';
import { checkTimes, type CheckedTimes } from '../rules/check-times.ts';
import { documentKeyOf } from '../rules/document-key.ts';
import type { Setting } from '../rules/setting.ts';
import type { Finding, StayDraft } from '../types.ts';
import { carriedGroups, type CheckInShape } from './carried-groups.ts';
import { dataHead, instantJson, refJson, sealedJson } from './data-json.ts';
import { arrivalJson, notifiedJson, personJson, residenceJson, revisionOf, roomJson } from './groups.ts';
import { identityOf, type Identity } from './identity.ts';
import { blankRefused, refuses, stored, type Outcome, type Preparing } from './outcome.ts';

const tables: Readonly<Record<CheckInShape, FieldTable>> = {
  native: stayTable, csv: stayTable, qr: stayTable, xlsx: sheetTable, xml: xmlTable, 'kbtt-foreign': foreignTable, 'kbtt-vietnamese': vietnameseTable,
};

/** Shapes whose codes are those of the portal's lists; none of them can name a reference. */
const portalShapes: ReadonlySet<CheckInShape> = new Set(['kbtt-foreign', 'kbtt-vietnamese', 'xlsx', 'xml']);

/** Everything a check-in came to after the rules. */
type CheckedIn = {
  readonly claim: Claim;
  readonly person: CheckedPerson;
  readonly times: CheckedTimes;
  readonly arrival: CheckedArrival;
  readonly residence: Residence;
  readonly documentCode: string;
  readonly extra: Pick<Identity, 'cardIssuedOn' | 'portal'>;
};

/** Prepares a record that registers a stay: reads, checks every rule, and makes the draft if nothing refuses it. */
export const prepareCheckIn = (received: JsonObject, shape: CheckInShape, before: readonly Finding[], preparing: Preparing): Outcome => {
  const { setting } = preparing;
  const table = tables[shape];
  const { pointers } = table;
  const found: Finding[] = [...before];
  const portal = portalShapes.has(shape);
  const claim = readClaim(portal ? dropImages(received, found) : received, table, found);
  if (before.length > 0) blankRefused(claim, table, before);
  const issued = readQr(claim, pointers.qr, setting, found);
  const codes = codesOf(shape, claim, table, setting, found);
  const derives = portal || (textOf(claim.qr) !== undefined && preparing.ref === undefined && textOf(claim.ref) === undefined);
  const qrRefused = claim.qr !== undefined && found.some(({ code }) => code === 'qr.format');
  const needsRef = !derives && preparing.ref === undefined;
  requireFields(claim, qrRefused ? table.requiredBesideGuest : needsRef ? table.required : table.requiredBesideRef, found);

  const times = checkTimes(claim, pointers, setting, found);
  const onDay = times.arrival === undefined ? setting.today : localDay(times.arrival.at);
  const person = checkPerson(claim, pointers, setting, onDay, found);
  const residence = checkResidence(claim, pointers, setting, found);
  checkRoomAndReason(claim, pointers, setting, onDay, found);
  const arrival = times.arrival === undefined ? undefined : placeArrival({ ...times.arrival, day: onDay }, pointers.arrival, setting, found);
  const ref = refOf(claim, person, derives, preparing, pointers.ref, found);
  if (refuses(found) || arrival === undefined || person.papers === undefined) return { ref, found };
  const extra = { ...(issued === '' ? {} : { cardIssuedOn: issued }), ...(portal ? { portal: codes } : {}) };
  return { ref, found, draft: draftOf({ claim, person, times, arrival, residence, documentCode: codes['loaiGiayTo'] ?? '', extra }, ref, shape, found, preparing) };
};

const codesOf = (shape: CheckInShape, claim: Claim, { pointers }: FieldTable, setting: Setting, found: Finding[]): PortalCodes => {
  switch (shape) {
    case 'kbtt-foreign':
    case 'xml':
      return readForeign(claim);
    case 'kbtt-vietnamese':
      return readVietnamese(claim, pointers, setting, found);
    case 'xlsx':
      return readListNumbers(claim, pointers, setting, found);
    case 'native':
    case 'csv':
    case 'qr':
      return {};
  }
};

const refOf = (claim: Claim, person: CheckedPerson, derives: boolean, { setting, ref: given }: Preparing, pointer: string, found: Finding[]): string => {
  const named = textOf(claim.ref);
  if (given !== undefined && named !== undefined && named !== given) found.push({ pointer, code: 'ref.mismatch', received: named });
  const ref = given ?? named;
  if (ref !== undefined) {
    checkRef({ ref, number: person.papers?.number ?? '', phone: person.phone ?? '', pointer }, found);
    return ref;
  }
  if (!derives) return '';
  const { papers } = person;
  const arrival = textOf(claim.arrival) ?? '';
  if (papers !== undefined) return setting.hashes.derivedRef(setting.facility.id, papers.kind, papers.number, arrival);
  return setting.hashes.derivedRef(setting.facility.id, textOf(claim.documentKind) ?? '', foldName(textOf(claim.fullName) ?? ''), textOf(claim.birthDate) ?? '', arrival);
};

const draftOf = (checked: CheckedIn, ref: string, shape: CheckInShape, found: readonly Finding[], { setting, sealer }: Preparing): StayDraft => {
  const { claim, person, times, arrival } = checked;
  const { hashes } = setting;
  const papers = person.papers as NonNullable<CheckedPerson['papers']>;
  const personKey = hashes.personKey(papers);
  const documentKey = vietnameseOnly.has(papers.kind) ? personKey : documentKeyOf(papers, hashes);
  const identity = JSON.stringify({ ...identityOf(claim, person), ...checked.extra } satisfies Identity);
  const carried = carriedGroups(shape, claim.departure !== undefined);
  const groups = carried.json(valuesOf(checked, { personKey, documentKey }, setting));
  const contentMac = hashes.mac('content', contentOf(checked, identity));
  const registrationNumber = hashes.registrationNumber(setting.facility.id, ref);
  const notified = times.notifiedAt ?? undefined;
  const due = person.nationality === 'VNM' ? arrival.dueDomestic : arrival.dueForeign;
  return {
    kind: 'check-in', type: stayCheckedInType, ref, registrationNumber, revision: revisionOf(claim), time: instant(arrival.at), sets: carried.names, contentMac,
    dataJson: `${dataHead(setting, arrival.version, shape)}${refJson(ref, registrationNumber)}${groups}${sealedJson(sealer.sealJson(personKey, identity))},"contentMac":"${contentMac}"`,
    storedFaults: stored(found), personKey, documentKey,
    ...(papers.kind === 'cccd' && papers.former !== '' && papers.former !== papers.number
      ? { link: { cccdKey: personKey, cmndKey: hashes.personKey({ kind: 'cmnd', issuingState: 'VNM', number: papers.former }) } }
      : {}),
    arrivalAt: arrival.at, expectedAt: times.expectedAt ?? null,
    ...(claim.departure === undefined ? {} : { departureAt: times.departureAt ?? null }),
    ...lateness({ due, notifiedAt: notified, receivedAt: setting.receivedAt }),
  };
};

/** Values of every group as JSON, in the order of `carriedGroups`. */
const valuesOf = ({ claim, person, times, arrival, residence, documentCode }: CheckedIn, { personKey, documentKey }: { personKey: string; documentKey: string }, setting: Setting): readonly string[] => [
  personJson({ personKey, documentKey, documentCode, papers: person.papers as NonNullable<CheckedPerson['papers']> }),
  `"${person.nationality ?? ''}"`,
  `"${person.sex ?? ''}"`,
  String(person.birth?.year ?? 0),
  residenceJson(residence),
  arrivalJson(arrival),
  instantJson(times.expectedAt),
  instantJson(times.departureAt),
  instantJson(times.permittedAt),
  roomJson(textOf(claim.room), setting),
  `"${textOf(claim.reason) ?? ''}"`,
  notifiedJson(times.notifiedAt, setting.receivedAt),
  `"${textOf(claim.captured) ?? ''}"`,
];

/** The content of a record whatever order its keys, form of Unicode or way of writing a time had; not what the system adds to it. `identity` is JSON already. */
const contentOf = ({ claim, person, times, arrival, residence, documentCode }: CheckedIn, identity: string): string =>
  `[${identity},${JSON.stringify([
    person.papers?.kind, documentCode, person.papers?.issuingState, person.nationality, person.sex, residence.status, residence.province, residence.ward, arrival.at, arrival.timeKnown,
    times.expectedAt ?? null, times.departureAt ?? null, times.permittedAt ?? null, times.notifiedAt ?? null, textOf(claim.reason) ?? '', textOf(claim.captured) ?? '',
  ]).slice(1)}`;
