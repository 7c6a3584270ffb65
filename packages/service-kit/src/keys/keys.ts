import { keyIssuedType, keyRevokedType, type KeyIssued, type KeyRevoked, type KeyRole } from '@da06/events';

/** Who holds a key: what it may do, and for which facilities, agency or unit ('' = none). */
export type KeyHolder = { readonly id: string; readonly role: KeyRole; readonly facilities: readonly string[]; readonly agency: string; readonly unit: string };

/** The keys that are issued and not revoked, as the log tells them. */
export type Keys = {
  /** Takes note of an event of the registry; others than those of keys change nothing. */
  readonly apply: (event: { readonly type: string; readonly data: object }) => void;
  /** Forgets everything: it is read anew. */
  readonly clear: () => void;
  /** The holder of a key's SHA-256 (hex). */
  readonly byHash: (hash: string) => KeyHolder | undefined;
  readonly has: (id: string) => boolean;
};

export const createKeys = (): Keys => {
  const holders = new Map<string, KeyHolder>();
  const hashes = new Map<string, string>();
  return {
    apply: ({ type, data }) => {
      if (type === keyIssuedType) {
        const { id, role, facilities, agency, unit, hash } = data as KeyIssued['data'];
        holders.set(hash, { id, role, facilities, agency, unit });
        hashes.set(id, hash);
      } else if (type === keyRevokedType) {
        const { id } = data as KeyRevoked['data'];
        holders.delete(hashes.get(id) ?? '');
        hashes.delete(id);
      }
    },
    clear: () => {
      holders.clear();
      hashes.clear();
    },
    byHash: (hash) => holders.get(hash),
    has: (id) => hashes.has(id),
  };
};
