import type { KeyRole } from '@da06/events';
import { inProcessOf, requireRole, type KeyHolder } from '@da06/service-kit';
import type { Context } from 'hono';
import type { Service } from '../service.ts';

/** The police: the standing agency and the administrator keep the list, see where and when a match was, and judge it. A wall gets counts, from the tables alone. */
export const police: readonly KeyRole[] = ['standing', 'admin'];

/** The holder of the request's key, if it has one of the roles. @throws AppError 401 or 403. */
export const holderOf = async (service: Service, request: Request, roles: readonly KeyRole[]): Promise<KeyHolder> => {
  const holder = await service.authenticate(request);
  requireRole(holder, roles);
  return holder;
};

/** When a request was received: now, or what a caller in this process says. */
export const receiptTimeOf = (service: Pick<Service, 'now'>, c: Context): number => inProcessOf(c.env).receivedAt ?? service.now();
