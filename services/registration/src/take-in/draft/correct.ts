import { instant, localDay } from '@da06/domain';
import { stayCorrectedType, type StayGroupName } from '@da06/events';
import { textOf, type Claim, type ClaimField, type Pointers } from '../fields/claim.ts';
import { readClaim, type JsonObject } from '../fields/read-claim.ts';
import { patchTable } from '../map/tables.ts';
import { checkPerson, type CheckedPerson } from '../rules/check-person.ts';
import { checkReason, checkResidence, placeArrival } from '../rules/check-place.ts';
import { checkRef } from '../rules/check-ref.ts';
import { checkTimes } from '../rules/check-times.ts';
import { documentKeyOf } from '../rules/document-key.ts';
import type { Finding } from '../types.ts';
import { dataHead, groupsJson, instantJson, refJson, sealedJson } from './data-json.ts';
import { arrivalJson, notifiedJson, personJson, residenceJson, revisionOf, roomJson } from './groups.ts';
import { patchIdentity } from './identity.ts';
import { refuses, stored, type Outcome, type Preparing } from './outcome.ts';

/** What a stay must have: a correction may change it, not take it away. */
const lasting: readonly ClaimField[] = ['fullName', 'birthDate', 'sex', 'nationality', 'documentKind', 'documentNumber', 'arrival', 'reason'];

/** Fields that make one group of a register: whoever names one of the first must name the second too, or the group could not be made without reading the stay. */
const together: readonly (readonly [ClaimField, ClaimField])[] = [
  ['documentNumber', 'documentKind'], ['documentKind', 'documentNumber'], ['issuingState', 'documentNumber'], ['issuingState', 'documentKind'], ['formerNumber', 'documentNumber'],
  ['ward', 'province'], ['residenceStatus', 'province'],
];

/** Prepares a PATCH (RFC 7396): a draft of the groups it names, and no others. */
export const prepareCorrection = (item: JsonObject, { setting, sealer, ref = '' }: Preparing): Outcome => {
  const found: Finding[] = [];
  const { pointers } = patchTable;
  const claim = readClaim(item, patchTable, found);
  checkNamed(claim, pointers, found);
  const times = checkTimes(claim, pointers, setting, found);
  const onDay = times.arrival === undefined ? setting.today : localDay(times.arrival.at);
  const person = checkPerson(claim, pointers, setting, onDay, found);
  const residence = checkResidence(claim, pointers, setting, found);
  checkReason(claim, pointers, setting, found);
  const version = setting.versionOn(onDay);
  if (claim.room === null && setting.locality.facilityKind(version.kind)?.roomRequired === true) found.push({ pointer: pointers.room, code: 'room.required' });
  const arrival = times.arrival === undefined ? undefined : placeArrival({ ...times.arrival, day: onDay }, pointers.arrival, setting, found);
  if (claim.ref !== undefined && claim.ref !== null && claim.ref !== ref) found.push({ pointer: pointers.ref, code: 'ref.mismatch', received: claim.ref });
  checkRef({ ref, number: person.papers?.number ?? '', phone: person.phone ?? '', pointer: pointers.ref }, found);
  if (refuses(found)) return { ref, found };

  const { hashes } = setting;
  const { papers } = person;
  const personKey = papers === undefined ? undefined : hashes.personKey(papers);
  const documentKey = papers === undefined ? undefined : documentKeyOf(papers, hashes);
  const groups: [StayGroupName, string][] = [];
  if (papers !== undefined && personKey !== undefined && documentKey !== undefined) groups.push(['person', personJson({ personKey, documentKey, documentCode: '', papers })]);
  if (person.nationality !== undefined) groups.push(['nationality', `"${person.nationality}"`]);
  if (person.sex !== undefined) groups.push(['sex', `"${person.sex}"`]);
  if (person.birth !== undefined) groups.push(['birthYear', String(person.birth.year)]);
  if (claim.province !== undefined) groups.push(['residence', residenceJson(residence)]);
  if (arrival !== undefined) groups.push(['arrival', arrivalJson(arrival)]);
  if (times.expectedAt !== undefined) groups.push(['expectedDeparture', instantJson(times.expectedAt)]);
  if (times.departureAt !== undefined) groups.push(['departure', instantJson(times.departureAt)]);
  if (times.permittedAt !== undefined) groups.push(['permittedUntil', instantJson(times.permittedAt)]);
  if (claim.room !== undefined) groups.push(['room', roomJson(textOf(claim.room), setting)]);
  if (claim.reason !== undefined) groups.push(['reason', `"${textOf(claim.reason) ?? ''}"`]);
  if (times.notifiedAt !== undefined) groups.push(['notified', notifiedJson(times.notifiedAt, setting.receivedAt)]);
  if (claim.captured !== undefined) groups.push(['captured', `"${textOf(claim.captured) ?? ''}"`]);

  const identity = patchIdentity(claim, person);
  const sealed = Object.keys(identity).length > 0;
  const contentMac = hashes.mac('content', `correct ${contentOf(groups, identity, person, times.notifiedAt)}`);
  const registrationNumber = hashes.registrationNumber(setting.facility.id, ref);
  const given = textOf(claim.correctionReason) === undefined ? '' : 'given';
  const seal = sealed && personKey !== undefined ? sealedJson(sealer.seal(personKey, identity)) : '';
  return {
    ref, found,
    draft: {
      kind: 'correct', type: stayCorrectedType, ref, registrationNumber, revision: revisionOf(claim), time: instant(setting.receivedAt), sets: groups.map(([name]) => name), contentMac,
      dataJson: `${dataHead(setting, version, 'native')}${refJson(ref, registrationNumber)}${groupsJson(groups)}${seal},"contentMac":"${contentMac}","correctionReason":"${given}"`,
      storedFaults: stored(found),
      ...(sealed && personKey === undefined ? { toSeal: identity } : {}),
      ...(personKey === undefined || documentKey === undefined ? {} : { personKey, documentKey }),
      ...(papers?.kind === 'cccd' && papers.former !== '' && personKey !== undefined && papers.former !== papers.number
        ? { link: { cccdKey: personKey, cmndKey: hashes.personKey({ kind: 'cmnd', issuingState: 'VNM', number: papers.former }) } }
        : {}),
      ...(arrival === undefined ? {} : { arrivalAt: arrival.at }),
      ...(times.expectedAt === undefined ? {} : { expectedAt: times.expectedAt }),
      ...(times.departureAt === undefined ? {} : { departureAt: times.departureAt }),
      late: false, syncedLate: false,
    },
  };
};

const checkNamed = (claim: Claim, pointers: Pointers, found: Finding[]): void => {
  const missing = new Set<string>();
  for (const field of lasting) if (claim[field] === null) missing.add(pointers[field]);
  for (const [named, needed] of together) if (claim[named] !== undefined && claim[needed] === undefined) missing.add(pointers[needed]);
  for (const pointer of missing) found.push({ pointer, code: 'field.required' });
};

/** Groups and texts that a correction names; the unit of an arrival and whether a notice counts are the system's, not the sender's. */
const contentOf = (groups: readonly (readonly [string, string])[], identity: object, person: CheckedPerson, notifiedAt: number | null | undefined): string =>
  JSON.stringify([groups.filter(([name]) => name !== 'notified'), identity, person.papers?.former ?? '', notifiedAt ?? null]);
