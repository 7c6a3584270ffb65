import { instant } from '@da06/domain';
import { stayCancelledType, stayCheckedOutType, stayCorrectedType } from '@da06/events';
import { textOf } from '../fields/claim.ts';
import { readClaim, requireFields, type JsonObject } from '../fields/read-claim.ts';
import { readDocumentKind } from '../map/portal.ts';
import { cancelTable, checkOutTable, departureTable } from '../map/tables.ts';
import { checkRef } from '../rules/check-ref.ts';
import { checkPapers } from '../rules/check-papers.ts';
import { checkTimes } from '../rules/check-times.ts';
import { documentKeyOf } from '../rules/document-key.ts';
import type { Finding } from '../types.ts';
import { dataHead, groupsJson, instantJson, refJson } from './data-json.ts';
import { revisionOf } from './groups.ts';
import { refuses, stored, type Outcome, type Preparing } from './outcome.ts';

/** Prepares a check-out: it names the departure alone. */
export const prepareCheckOut = (item: JsonObject, { setting, ref = '' }: Preparing): Outcome => {
  const found: Finding[] = [];
  const claim = readClaim(item, checkOutTable, found);
  requireFields(claim, checkOutTable.required, found);
  const { departureAt } = checkTimes(claim, checkOutTable.pointers, setting, found);
  checkRef({ ref, number: '', phone: '', pointer: '' }, found);
  if (refuses(found) || typeof departureAt !== 'number') return { ref, found };
  const registrationNumber = setting.hashes.registrationNumber(setting.facility.id, ref);
  const contentMac = setting.hashes.mac('content', `check-out ${departureAt}`);
  return {
    ref, found,
    draft: {
      kind: 'check-out', type: stayCheckedOutType, ref, registrationNumber, revision: revisionOf(claim), time: instant(departureAt), sets: ['departure'], contentMac,
      dataJson: `${dataHead(setting, setting.versionOn(setting.today), 'native')}${refJson(ref, registrationNumber)}${groupsJson([['departure', instantJson(departureAt)]])},"contentMac":"${contentMac}"`,
      storedFaults: stored(found), departureAt, late: false, syncedLate: false,
    },
  };
};

/** Prepares a cancellation: it names no group; its reason is sealed. */
export const prepareCancellation = (item: JsonObject, { setting, ref = '' }: Preparing): Outcome => {
  const found: Finding[] = [];
  const claim = readClaim(item, cancelTable, found);
  checkRef({ ref, number: '', phone: '', pointer: '' }, found);
  if (refuses(found)) return { ref, found };
  const reason = textOf(claim.correctionReason);
  const registrationNumber = setting.hashes.registrationNumber(setting.facility.id, ref);
  const contentMac = setting.hashes.mac('content', `cancel ${reason ?? ''}`);
  return {
    ref, found,
    draft: {
      kind: 'cancel', type: stayCancelledType, ref, registrationNumber, revision: revisionOf(claim), time: instant(setting.receivedAt), sets: [], contentMac,
      dataJson: `${dataHead(setting, setting.versionOn(setting.today), 'native')}${refJson(ref, registrationNumber)}${groupsJson([])},"contentMac":"${contentMac}"`,
      storedFaults: stored(found), ...(reason === undefined ? {} : { toSeal: { correctionReason: reason } }), late: false, syncedLate: false,
    },
  };
};

/** Prepares a notice by document (portal API 12): TS = left early, at the time it names or now; GH = extended to the time it names. */
export const prepareDeparture = (item: JsonObject, { setting }: Preparing): Outcome => {
  const found: Finding[] = [];
  const { pointers, required } = departureTable;
  const claim = readClaim(item, departureTable, found);
  readDocumentKind(claim, pointers, setting, found);
  requireFields(claim, required, found);
  const extends_ = claim.change === 'GH';
  if (extends_ && (claim.departure === undefined || claim.departure === null)) found.push({ pointer: pointers.departure, code: 'field.required' });
  const times = checkTimes(extends_ ? { ...claim, departure: undefined, expectedDeparture: claim.departure } : claim, { ...pointers, expectedDeparture: pointers.departure }, setting, found);
  // The state that issued a passport is not named here and does not count for finding the stay.
  const papers = checkPapers({ claim, pointers, setting, sex: undefined, birthYear: 0, nationality: 'XXX', onDay: '' }, found);
  if (refuses(found) || papers === undefined) return { ref: '', found };
  const documentKey = documentKeyOf(papers, setting.hashes);
  const at = (extends_ ? times.expectedAt : times.departureAt) ?? setting.receivedAt;
  const sent = extends_ ? times.expectedAt : times.departureAt;
  const contentMac = setting.hashes.mac('content', `${extends_ ? 'extend' : 'leave'} ${documentKey} ${sent ?? ''}`);
  const head = dataHead(setting, setting.versionOn(setting.today), 'kbtt-departure');
  const common = { ref: '', registrationNumber: '', revision: undefined, contentMac, storedFaults: stored(found), documentKey, late: false, syncedLate: false };
  if (extends_) {
    const dataJson = `${head}${groupsJson([['expectedDeparture', instantJson(at)]])},"contentMac":"${contentMac}","correctionReason":"extension"`;
    return { ref: '', found, draft: { ...common, kind: 'correct', type: stayCorrectedType, time: instant(setting.receivedAt), sets: ['expectedDeparture'], dataJson, byDocument: 'extended', expectedAt: at } };
  }
  const dataJson = `${head}${groupsJson([['departure', instantJson(at)]])},"contentMac":"${contentMac}"`;
  return { ref: '', found, draft: { ...common, kind: 'check-out', type: stayCheckedOutType, time: instant(at), sets: ['departure'], dataJson, byDocument: 'left', departureAt: at } };
};
