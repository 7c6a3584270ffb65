import { dayMs, instant, localDay, localMidnight } from '@da06/domain';
import { AppError } from '@da06/errors';
import type { KeyRole } from '@da06/events';
import { actorOf, assertJson, dayOf, inProcessOf, parseJson, requireRole, type KeyHolder } from '@da06/service-kit';
import { canonicalJson, sha256 } from '@da06/service-kit/canonical-json';
import type { Context } from 'hono';
import type { z } from 'zod';
import type { Asked } from '../commands/commander.ts';
import type { Service } from '../service.ts';
import { stateKnownBefore } from '../state/state.ts';
import type { At } from '../views/model.ts';

/** The holder of the request's key, if it has one of the roles. @throws AppError 401 or 403. */
export const holderOf = async (service: Service, request: Request, roles: readonly KeyRole[]): Promise<KeyHolder> => {
  const holder = await service.authenticate(request);
  requireRole(holder, roles);
  return holder;
};

/** When a request was received: now, or what a caller in this process says. */
export const receiptTimeOf = (service: Pick<Service, 'now'>, c: Context): number => inProcessOf(c.env).receivedAt ?? service.now();

/** The local day a request was received. */
export const todayOf = (service: Pick<Service, 'now'>, c: Context): string => localDay(receiptTimeOf(service, c));

/** A JSON body by its schema. @throws AppError `request.media-type`, `request.unreadable`, InvalidBody. */
export const jsonBody = async <Schema extends z.ZodType>(service: Service, c: Context, schema: Schema): Promise<z.output<Schema>> => {
  assertJson(c.req.raw);
  return await service.withBody(c.req.raw, (bytes) => parseJson(bytes, schema));
};

/** Who asks what, under the key of its Idempotency-Key header. The body counts as it was understood. @throws AppError `request.invalid` for a key that is none. */
export const askedOf = (service: Service, c: Context, holder: KeyHolder, body: unknown): Asked => {
  const idempotencyKey = c.req.header('idempotency-key') ?? '';
  if (idempotencyKey !== '' && !/^[\x21-\x7e]{1,200}$/.test(idempotencyKey)) throw new AppError('request.invalid', { detail: 'Idempotency-Key: up to 200 characters of ASCII without blanks are expected.' });
  return {
    actor: actorOf(holder),
    receivedAt: receiptTimeOf(service, c),
    simulated: inProcessOf(c.env).simulated ?? false,
    // A sender may build it from anything, a person's number too: the log gets its hash.
    idempotencyKey: idempotencyKey === '' ? '' : sha256(idempotencyKey),
    requestHash: idempotencyKey === '' ? '' : sha256(canonicalJson({ method: c.req.method, path: c.req.path, body })),
  };
};

/** The version that If-Match names, undefined without the header. @throws AppError `request.if-match-format` unless it is one ETag as we give them. */
export const ifMatchOf = (c: Context): number | undefined => {
  const header = c.req.header('if-match');
  if (header === undefined) return undefined;
  const [, version] = /^\s*"(\d{1,9})"\s*$/.exec(header) ?? [];
  if (version === undefined) throw new AppError('request.if-match-format');
  return Number(version);
};

export const etagOf = (version: number): string => `"${String(version)}"`;

/** The state that is asked for: of now, or with `?asOf=` as it was known when that local day ended. @throws AppError `request.invalid`. */
export const atOf = (service: Service, c: Context): At => {
  const { locality } = service;
  const asOf = c.req.query('asOf');
  if (asOf === undefined) return { state: service.state(), today: todayOf(service, c), locality };
  const today = dayOf(asOf, 'asOf');
  return { state: stateKnownBefore(service.state(), instant(localMidnight(today) + dayMs)), today, locality };
};
