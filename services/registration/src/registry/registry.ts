import {
  facilityChangedType, facilityClosedType, facilityRegisteredType, keyIssuedType, keyRevokedType, type FacilityClosed, type FacilityFields, type KeyIssued, type KeyRevoked, type KeyRole,
} from '@da06/events';

/** A facility with what it was from which day on. */
export type FacilityRecord = {
  /** What it was registered with, before any change. */
  readonly registered: FacilityFields;
  /** Earliest first, one a day of validity. */
  readonly versions: readonly FacilityFields[];
  readonly closedOn: string | undefined;
};

/** Who holds a key: what it may do, and for which facilities. */
export type KeyHolder = { readonly id: string; readonly role: KeyRole; readonly facilities: readonly string[]; readonly agency: string; readonly unit: string };

/** Facilities and keys as the log tells them. */
export type Registry = {
  readonly apply: (event: { readonly type: string; readonly data: object }) => void;
  /** Forgets everything: it is read anew. */
  readonly clear: () => void;
  readonly facility: (id: string) => FacilityRecord | undefined;
  readonly facilities: () => readonly FacilityRecord[];
  /** The holder of a key's SHA-256 (hex). */
  readonly keyByHash: (hash: string) => KeyHolder | undefined;
  readonly hasKey: (id: string) => boolean;
};

export const createRegistry = (): Registry => {
  const facilities = new Map<string, FacilityRecord>();
  const holders = new Map<string, KeyHolder>();
  const hashes = new Map<string, string>();
  return {
    apply: ({ type, data }) => {
      if (type === facilityRegisteredType) {
        const fields = data as FacilityFields;
        facilities.set(fields.id, { registered: fields, versions: [fields], closedOn: undefined });
      } else if (type === facilityChangedType) {
        const fields = data as FacilityFields;
        const known = facilities.get(fields.id);
        facilities.set(fields.id, known === undefined ? { registered: fields, versions: [fields], closedOn: undefined } : changed(known, fields));
      } else if (type === facilityClosedType) {
        const { id, on } = data as FacilityClosed['data'];
        const known = facilities.get(id);
        if (known !== undefined) facilities.set(id, { ...known, closedOn: on });
      } else if (type === keyIssuedType) {
        const { id, role, facilities: own, agency, unit, hash } = data as KeyIssued['data'];
        holders.set(hash, { id, role, facilities: own, agency, unit });
        hashes.set(id, hash);
      } else if (type === keyRevokedType) {
        const { id } = data as KeyRevoked['data'];
        holders.delete(hashes.get(id) ?? '');
        hashes.delete(id);
      }
    },
    clear: () => {
      facilities.clear();
      holders.clear();
      hashes.clear();
    },
    facility: (id) => facilities.get(id),
    facilities: () => [...facilities.values()],
    keyByHash: (hash) => holders.get(hash),
    hasKey: (id) => hashes.has(id),
  };
};

/** A change takes the place of one from the same day; one from after the closing opens the facility again. */
const changed = (known: FacilityRecord, fields: FacilityFields): FacilityRecord => ({
  registered: known.registered,
  versions: [...known.versions.filter(({ validFrom }) => validFrom !== fields.validFrom), fields].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
  closedOn: known.closedOn !== undefined && fields.validFrom >= known.closedOn ? undefined : known.closedOn,
});
