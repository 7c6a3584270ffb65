import { instant } from '@da06/domain';
import type { SealedIdentity } from '@da06/vault';
import type { FacilityVersion, Setting } from '../rules/setting.ts';

const heads = new WeakMap<FacilityVersion, Map<string, string>>();

/** The members of an event's data that are the same for every stay of one version of a facility in one shape. */
export const dataHead = (setting: Setting, version: FacilityVersion, shape: string): string => {
  let ofVersion = heads.get(version);
  if (ofVersion === undefined) heads.set(version, (ofVersion = new Map<string, string>()));
  const key = `${setting.facility.id} ${shape}`;
  let head = ofVersion.get(key);
  if (head === undefined) {
    head = `"facility":${JSON.stringify(setting.facility.id)},"facilityKind":${JSON.stringify(version.kind)},"tourism":${version.tourism},"shape":"${shape}"`;
    ofVersion.set(key, head);
  }
  return head;
};

export const sealedJson = ({ personKey, keyId, blob }: SealedIdentity): string => `,"sealed":{"personKey":"${personKey}","keyId":"${keyId}","blob":"${blob}"}`;

/** Groups in order, as the two members `sets` and `groups`. */
export const groupsJson = (groups: readonly (readonly [name: string, json: string])[]): string =>
  `,"sets":[${groups.map(([name]) => `"${name}"`).join(',')}],"groups":{${groups.map(([name, json]) => `"${name}":${json}`).join(',')}}`;

export const refJson = (ref: string, registrationNumber: string): string => `,"ref":"${ref}","registrationNumber":"${registrationNumber}"`;

/** A moment as JSON, or null. */
export const instantJson = (milliseconds: number | null | undefined): string => (milliseconds === null || milliseconds === undefined ? 'null' : `"${instant(milliseconds)}"`);
