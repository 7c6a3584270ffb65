import type { KeyRole } from '@da06/events';
import type { Registration } from '@da06/registration';
import { isLoopback } from '@da06/service-kit';
import type { Admission } from '@da06/warehouse';
import { timingSafeEqual } from 'node:crypto';

/** The role of a key of this installation, or undefined for any other text. */
export type RoleOfKey = (key: string) => KeyRole | undefined;

/** Knows the administrator's own key, which is of the data folder, and those that registration has issued. */
export const createRoleOfKey =
  ({ adminKey, registration }: { readonly adminKey: string; readonly registration: Pick<Registration, 'findKey'> }): RoleOfKey =>
  (key) =>
    same(key, adminKey) ? 'admin' : registration.findKey(key)?.role;

const same = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** Who may query the views: they show single stays by pseudonym. A feed sends, and sees its own by the API; officers and communes have their reports. */
const readers: readonly KeyRole[] = ['standing', 'analyst', 'wall', 'admin'];

/** On loopback nobody is asked for a key: whoever is on this machine as its owner can read the folder. Elsewhere a reader's key is. */
export const admitTo = (hostname: string, roleOfKey: RoleOfKey): ((key: string) => Admission) | undefined =>
  isLoopback(hostname)
    ? undefined
    : (key) => {
        const role = roleOfKey(key);
        if (role === undefined) return 'unknown';
        return readers.includes(role) ? 'admitted' : 'forbidden';
      };
