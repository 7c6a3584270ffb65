import { AppError } from '@da06/errors';
import type { KeyRole } from '@da06/events';
import { ownUnitsOf } from '@da06/reference';
import { actorOf, inProcessOf, requireRole, type KeyHolder } from '@da06/service-kit';
import type { Context } from 'hono';
import type { Service } from '../service.ts';

/** The standing agency and the administrator keep the list. A wall gets counts, from the tables alone. */
export const police: readonly KeyRole[] = ['standing', 'admin'];

/** Who sees where and when an alert was, judges it, and opens who it is about: the police, an officer of theirs for alerts of the own unit. */
export const judges: readonly KeyRole[] = ['officer', ...police];

/** Who works with alerts. */
export type Judge = { readonly actor: string; /** uids of the units whose alerts there are for them; undefined = all. */ readonly ownUnits: ReadonlySet<string> | undefined };

/** The holder of the request's key, if it has one of the roles. @throws AppError 401 or 403. */
export const holderOf = async (service: Service, request: Request, roles: readonly KeyRole[]): Promise<KeyHolder> => {
  const holder = await service.authenticate(request);
  requireRole(holder, roles);
  return holder;
};

/** When a request was received: now, or what a caller in this process says. */
export const receiptTimeOf = (service: Pick<Service, 'now'>, c: Context): number => inProcessOf(c.env).receivedAt ?? service.now();

/** Who works with alerts by the request's key. @throws AppError 401 or 403; so for an officer of an agency that is none of the police, or whose key names no unit. */
export const judgeOf = async (service: Service, request: Request): Promise<Judge> => {
  const holder = await holderOf(service, request, judges);
  const actor = actorOf(holder);
  if (holder.role !== 'officer') return { actor, ownUnits: undefined };
  if (service.locality.programme.agency(holder.agency)?.police !== true) throw new AppError('request.forbidden', { detail: 'Officers of the police alone work with alerts.' });
  if (holder.unit === '') throw new AppError('request.forbidden', { detail: "This officer's key names no unit." });
  return { actor, ownUnits: ownUnitsOf(service.locality, holder.unit) };
};
