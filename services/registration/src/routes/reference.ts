import { dayOf } from '@da06/service-kit';
import type { Hono } from 'hono';
import type { Service } from '../service.ts';
import { everyone, holderOf } from './context.ts';

/** What figures rest on: the units in time and what each figure means. Whoever has a key may read them. */
export const referenceRoutes = (app: Hono, service: Service): void => {
  app.get('/v1/units', async (c) => {
    await holderOf(service, c.req.raw, everyone);
    const asked = c.req.query('on');
    const on = asked === undefined ? undefined : dayOf(asked, 'on');
    const { locality } = service;
    return c.json(locality.unitsInTime.published.filter(({ uid }) => on === undefined || locality.isUnitValid(uid, on)));
  });
  app.get('/v1/indicators', async (c) => {
    await holderOf(service, c.req.raw, everyone);
    return c.json(service.locality.indicatorDefinitions);
  });
};
