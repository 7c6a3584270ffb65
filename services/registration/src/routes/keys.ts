import { AppError, fault } from '@da06/errors';
import { keyIssuedType, KeyRole, keyRevokedType, topics } from '@da06/events';
import { actorOf, assertJson, hashKey, InvalidBody, parseJson, type KeyHolder } from '@da06/service-kit';
import type { Hono } from 'hono';
import { z } from 'zod';
import { addEvent } from '../commit/unit.ts';
import type { Service } from '../service.ts';
import { holderOf, receiptTimeOf } from './context.ts';

export const KeyBody = z.object({
  name: z.string().trim().min(1).max(200),
  role: KeyRole,
  facilities: z.array(z.string()).max(10_000).default([]),
  agency: z.string().max(100).default(''),
  unit: z.string().max(100).default(''),
});

/** Issuing and revoking keys; the key is shown once, only its hash is kept. */
export const keyRoutes = (app: Hono, service: Service): void => {
  app.post('/v1/keys', async (c) => {
    const holder = await holderOf(service, c.req.raw, ['admin']);
    assertJson(c.req.raw);
    const body = await service.withBody(c.req.raw, (bytes) => parseJson(bytes, KeyBody));
    const unknown = body.facilities.flatMap((id, index) => (service.registry.facility(id) === undefined ? [fault(`/facilities/${index}`, 'facility.unknown', id)] : []));
    if (unknown.length > 0) throw new InvalidBody(unknown);
    if (body.role === 'feed' && body.facilities.length === 0) throw new InvalidBody([fault('/facilities', 'field.required')]);
    const id = `key-${Buffer.from(service.random(8)).toString('hex')}`;
    const key = `da06_${Buffer.from(service.random(32)).toString('base64url')}`;
    await record(service, { holder, receivedAt: receiptTimeOf(service, c) }, keyIssuedType, { id, ...body, hash: hashKey(key) });
    return c.json({ id, key }, 201);
  });
  app.delete('/v1/keys/:id', async (c) => {
    const holder = await holderOf(service, c.req.raw, ['admin']);
    const id = c.req.param('id');
    if (!service.registry.keys.has(id)) throw new AppError('key.unknown');
    await record(service, { holder, receivedAt: receiptTimeOf(service, c) }, keyRevokedType, { id });
    return c.body(null, 204);
  });
};

const record = async (service: Service, { holder, receivedAt }: { readonly holder: KeyHolder; readonly receivedAt: number }, type: string, data: { readonly id: string } & Readonly<Record<string, unknown>>): Promise<void> => {
  await service.committer.submit((unit) => addEvent(unit, { topic: topics.registry, type, subject: data.id, receivedAt, actor: actorOf(holder), data }));
  service.registry.apply({ type, data });
};
