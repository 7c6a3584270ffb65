import { AppError } from '@da06/errors';
import type { KeyRole } from '@da06/events';
import { inProcessOf, requireRole, type KeyHolder } from '@da06/service-kit';
import type { Context } from 'hono';
import type { FacilityRecord } from '../registry/registry.ts';
import type { Service } from '../service.ts';

/** Who may register stays, and see the identities of their own. */
export const writers: readonly KeyRole[] = ['feed', 'admin'];
/** Who may see identities: a feed those of its own facilities. That they were read is recorded. */
export const identityReaders: readonly KeyRole[] = ['feed', 'standing', 'admin'];
/** Who keeps the registers of residents and workers, and sees the identities in them: a commune's key those of its unit alone. */
export const registerWriters: readonly KeyRole[] = ['commune', 'officer', 'standing', 'admin'];
export const registerReaders: readonly KeyRole[] = ['commune', 'standing', 'admin'];
/** Who may keep facilities. */
export const keepers: readonly KeyRole[] = ['admin', 'standing'];
export const everyone: readonly KeyRole[] = ['feed', 'officer', 'commune', 'standing', 'analyst', 'wall', 'admin'];

/** The holder of the request's key, if it has one of the roles. @throws AppError 401 or 403. */
export const holderOf = async (service: Service, request: Request, roles: readonly KeyRole[]): Promise<KeyHolder> => {
  const holder = await service.auth.authenticate(request);
  requireRole(holder, roles);
  return holder;
};

/** A facility the holder may work with. @throws AppError `facility.unknown`, `request.forbidden` (a feed and another's facility). */
export const facilityFor = (service: Service, holder: KeyHolder, id: string): FacilityRecord => {
  const record = service.registry.facility(id);
  if (record === undefined) throw new AppError('facility.unknown');
  if (holder.role === 'feed' && !holder.facilities.includes(id)) throw new AppError('request.forbidden');
  return record;
};

/** When a request was received: now, or what a caller in this process says. */
export const receiptTimeOf = (service: Pick<Service, 'now'>, c: Context): number => inProcessOf(c.env).receivedAt ?? service.now();

/** The latest version and the closing of a facility, as an answer shows it. */
export const shownFacility = (record: FacilityRecord): Record<string, unknown> => {
  const { tourism: _, ...fields } = record.versions.at(-1) ?? record.registered;
  return { ...fields, ...(record.closedOn !== undefined && { closedOn: record.closedOn }) };
};
