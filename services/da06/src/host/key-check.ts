import type { KeyRole } from '@da06/events';
import type { Registration } from '@da06/registration';
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
