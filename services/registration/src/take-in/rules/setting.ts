import { dayMs, localDay, startOfLocalDay } from '@da06/domain';
import type { Locality } from '@da06/reference';
import type { Vault } from '@da06/vault';
import type { FacilityContext, TakeInFacility } from '../types.ts';

/** What the rules of one request rest on. */
export type Setting = {
  readonly locality: Locality;
  readonly hashes: Pick<Vault, 'mac' | 'personKey' | 'registrationNumber' | 'derivedRef'>;
  readonly facility: TakeInFacility;
  readonly receivedAt: number;
  /** Local day of the receipt, and Unix milliseconds of the local midnight with which the day before it began. */
  readonly today: string;
  readonly startOfYesterday: number;
  readonly versionOn: (day: string) => FacilityVersion;
};

/** What the rules about a person rest on. */
export type PersonSetting = Pick<Setting, 'locality' | 'today'>;

export type FacilityVersion = TakeInFacility['versions'][number];

export const settingOf = (locality: Locality, hashes: Setting['hashes'], { facility, receivedAt }: FacilityContext): Setting => {
  const first = facility.versions[0];
  if (first === undefined) throw new TypeError('A facility has at least one version.');
  const only = facility.versions.length === 1;
  return {
    locality, hashes, facility, receivedAt,
    today: localDay(receivedAt),
    startOfYesterday: startOfLocalDay(receivedAt) - dayMs,
    versionOn: (day) => (only ? first : (facility.versions.findLast(({ validFrom }) => validFrom <= day) ?? first)),
  };
};
