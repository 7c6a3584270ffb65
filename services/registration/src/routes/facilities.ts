import { AppError } from '@da06/errors';
import { facilityChangedType, facilityClosedType, facilityRegisteredType, topics, type FacilityFields } from '@da06/events';
import { actorOf, assertJson, parseJson, type KeyHolder } from '@da06/service-kit';
import type { Hono } from 'hono';
import { z } from 'zod';
import { addEvent } from '../commit/unit.ts';
import type { FacilityRecord } from '../registry/registry.ts';
import type { Service } from '../service.ts';
import { everyone, facilityFor, holderOf, keepers, receiptTimeOf, shownFacility } from './context.ts';
import { FacilityBody, facilityFieldsOf, sameFacility, today } from './facility-body.ts';

export const CloseBody = z.object({ on: z.iso.date() });

/** Registering, changing, closing and reading facilities. */
export const facilityRoutes = (app: Hono, service: Service): void => {
  app.post('/v1/facilities', async (c) => {
    const holder = await holderOf(service, c.req.raw, keepers);
    assertJson(c.req.raw);
    const body = await service.withBody(c.req.raw, (bytes) => parseJson(bytes, FacilityBody));
    const known = body.id === undefined ? undefined : service.registry.facility(body.id);
    const id = body.id ?? newFacilityId(service);
    const receivedAt = receiptTimeOf(service, c);
    const fields = facilityFieldsOf(body, { id, validFrom: known?.registered.validFrom ?? today(receivedAt) }, service.locality);
    const status = await service.inTurn(async () => {
      const present = service.registry.facility(id);
      if (present !== undefined) return existing(present, fields);
      await recordRegistered(service, { holder, receivedAt }, facilityRegisteredType, fields);
      return 201 as const;
    });
    return c.json(shownFacility(getFacility(service, id)), status);
  });
  app.put('/v1/facilities/:facility', async (c) => {
    const holder = await holderOf(service, c.req.raw, keepers);
    const known = facilityFor(service, holder, c.req.param('facility'));
    assertJson(c.req.raw);
    const body = await service.withBody(c.req.raw, (bytes) => parseJson(bytes, FacilityBody));
    const id = known.registered.id;
    if (body.id !== undefined && body.id !== id) throw new AppError('request.invalid', { detail: 'id: it differs from the address.' });
    const receivedAt = receiptTimeOf(service, c);
    const fields = facilityFieldsOf(body, { id, validFrom: today(receivedAt) }, service.locality);
    await service.inTurn(async () => {
      const { versions, closedOn } = getFacility(service, id);
      const repeated = closedOn === undefined && versions.some((version) => sameFacility(version, fields));
      if (!repeated) await recordRegistered(service, { holder, receivedAt }, facilityChangedType, fields);
    });
    return c.json(shownFacility(getFacility(service, id)));
  });
  app.post('/v1/facilities/:facility/close', async (c) => {
    const holder = await holderOf(service, c.req.raw, keepers);
    const { id } = facilityFor(service, holder, c.req.param('facility')).registered;
    assertJson(c.req.raw);
    const { on } = await service.withBody(c.req.raw, (bytes) => parseJson(bytes, CloseBody));
    await service.inTurn(async () => {
      if (getFacility(service, id).closedOn !== on) await recordRegistered(service, { holder, receivedAt: receiptTimeOf(service, c) }, facilityClosedType, { id, on });
    });
    return c.json(shownFacility(getFacility(service, id)));
  });
  app.get('/v1/facilities/:facility', async (c) => {
    const holder = await holderOf(service, c.req.raw, everyone);
    return c.json(shownFacility(facilityFor(service, holder, c.req.param('facility'))));
  });
  app.get('/v1/facilities', async (c) => {
    const holder = await holderOf(service, c.req.raw, everyone);
    const { unit, kind } = c.req.query();
    const shown = service.registry.facilities().filter((record) => {
      const current = record.versions.at(-1) ?? record.registered;
      const own = holder.role !== 'feed' || holder.facilities.includes(current.id);
      const uid = unit === undefined ? undefined : (service.locality.unitByUid(unit) ?? service.locality.unitAt(unit, today(service.now())))?.uid;
      return own && (unit === undefined || current.unit === uid) && (kind === undefined || current.kind === kind);
    });
    return c.json(shown.map(shownFacility));
  });
};

/** The same again is fine, also after changes; another content under the id is not. */
const existing = (present: FacilityRecord, fields: FacilityFields): 200 => {
  if (sameFacility(present.registered, fields) || present.versions.some((version) => sameFacility(version, fields))) return 200;
  throw new AppError('facility.exists');
};

/** Records an event of the registry, and applies it once it is durable: nobody meets a facility that the log does not have. */
const recordRegistered = async (service: Service, { holder, receivedAt }: { readonly holder: KeyHolder; readonly receivedAt: number }, type: string, data: { readonly id: string } & Readonly<Record<string, unknown>>): Promise<void> => {
  await service.committer.submit((unit) => addEvent(unit, { topic: topics.registry, type, subject: data.id, receivedAt, actor: actorOf(holder), data }));
  service.registry.apply({ type, data });
};

const getFacility = (service: Service, id: string): FacilityRecord => {
  const record = service.registry.facility(id);
  if (record === undefined) throw new AppError('facility.unknown');
  return record;
};

const newFacilityId = (service: Service): string => `cs-${Buffer.from(service.random(6)).toString('hex')}`;
