import { instant } from '@da06/domain';
import { textOf, type Claim } from '../fields/claim.ts';
import type { CheckedArrival, Residence } from '../rules/check-place.ts';
import type { Setting } from '../rules/setting.ts';
import { instantJson } from './data-json.ts';

/** The revision a record names; undefined = the current one. */
export const revisionOf = (claim: Pick<Claim, 'revision'>): number | undefined => {
  const text = textOf(claim.revision);
  return text === undefined ? undefined : Number(text);
};

/** Rooms met before, by facility: guests share rooms. */
const rooms = new WeakMap<Setting['hashes'], Map<string, string>>();
const mostRooms = 20_000;

/** Keyed hash of (facility, room) as JSON, '' without one. */
export const roomJson = (room: string | undefined, { hashes, facility }: Setting): string => {
  if (room === undefined) return '""';
  let known = rooms.get(hashes);
  if (known === undefined) rooms.set(hashes, (known = new Map<string, string>()));
  const name = `${facility.id}\n${room}`;
  let key = known.get(name);
  if (key === undefined) {
    if (known.size >= mostRooms) known.clear();
    known.set(name, (key = `"${hashes.mac('room', facility.id, room)}"`));
  }
  return key;
};

type PersonKeys = { readonly personKey: string; readonly documentKey: string; readonly documentCode: string; readonly papers: { readonly kind: string; readonly issuingState: string } };

export const personJson = ({ personKey, documentKey, documentCode, papers }: PersonKeys): string =>
  `{"personKey":"${personKey}","documentKey":"${documentKey}","documentKind":"${papers.kind}","documentCode":"${documentCode}","issuingState":"${papers.issuingState}"}`;

export const residenceJson = ({ status, province, ward }: Residence): string => `{"status":"${status}","province":"${province}","ward":"${ward}"}`;

/** A notice counts only if it does not lie after our receipt (contracts.md, Late). */
export const notifiedJson = (at: number | null | undefined, receivedAt: number): string => `{"at":${instantJson(at)},"valid":${typeof at === 'number' && at <= receivedAt}}`;

export const arrivalJson = (arrival: CheckedArrival): string =>
  `{"at":"${instant(arrival.at)}","timeKnown":${arrival.timeKnown},"unit":${JSON.stringify(arrival.unit)},"dueDomestic":"${instant(arrival.dueDomestic)}","dueForeign":"${instant(arrival.dueForeign)}"}`;
