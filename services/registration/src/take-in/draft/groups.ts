import { textOf, type Claim } from '../fields/claim.ts';
import type { CheckedArrival, Residence } from '../rules/check-place.ts';
import type { Setting } from '../rules/setting.ts';
import { instantJson, instantText } from './data-json.ts';

/** The revision a record names; undefined = the current one. */
export const revisionOf = (claim: Claim): number | undefined => {
  const text = textOf(claim.revision);
  return text === undefined ? undefined : Number(text);
};

/** Keyed hash of (facility, room) as JSON, '' without one. */
export const roomJson = (room: string | undefined, { rooms, hashes, facility }: Setting): string => {
  if (room === undefined) return '""';
  let key = rooms.get(room);
  if (key === undefined) rooms.set(room, (key = `"${hashes.mac('room', facility.id, room)}"`));
  return key;
};

type PersonKeys = { readonly personKey: string; readonly documentKey: string; readonly documentCode: string; readonly papers: { readonly kind: string; readonly issuingState: string } };

export const personJson = ({ personKey, documentKey, documentCode, papers }: PersonKeys): string =>
  `{"personKey":"${personKey}","documentKey":"${documentKey}","documentKind":"${papers.kind}","documentCode":"${documentCode}","issuingState":"${papers.issuingState}"}`;

export const residenceJson = ({ status, province, ward }: Residence): string => `{"status":"${status}","province":"${province}","ward":"${ward}"}`;

/** A notice counts only if it does not lie after our receipt (contracts.md, Late). */
export const notifiedJson = (at: number | null | undefined, receivedAt: number): string => `{"at":${instantJson(at)},"valid":${typeof at === 'number' && at <= receivedAt}}`;

export const arrivalJson = (arrival: CheckedArrival): string =>
  `{"at":"${instantText(arrival.at)}","timeKnown":${arrival.timeKnown},"unit":${JSON.stringify(arrival.unit)},"dueDomestic":"${instantText(arrival.dueDomestic)}","dueForeign":"${instantText(arrival.dueForeign)}"}`;
