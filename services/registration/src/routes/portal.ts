import { AppError } from '@da06/errors';
import { assertJson, type KeyHolder, problem } from '@da06/service-kit';
import type { Context, Hono } from 'hono';
import type { Service } from '../service.ts';
import { facilityFor, holderOf, writers } from './context.ts';
import { assertRegistersStays, takeBatch } from './stays.ts';

const bodies = { 'foreign-stays': 'kbtt-foreign', 'vietnamese-stays': 'kbtt-vietnamese', departures: 'kbtt-departure' } as const;

/** The bodies of the ministry's lodging portal (its API 4, 5 and 12), as lodging software sends them already. */
export const portalRoutes = (app: Hono, service: Service): void => {
  for (const [path, format] of Object.entries(bodies)) {
    app.post(`/v1/kbtt/${path}`, async (c) => {
      const holder = await holderOf(service, c.req.raw, writers);
      const id = facilityNamed(c, holder);
      // Here the facility is no part of the address: an unknown one is a fault of the request, not a missing page.
      if (id === undefined || service.registry.facility(id) === undefined) return problem('facility.unknown', { status: 422, pointer: 'facility' });
      const facility = facilityFor(service, holder, id);
      assertRegistersStays(service, facility);
      assertJson(c.req.raw);
      return await takeBatch(service, c, { holder, facility, format });
    });
  }
};

const facilityNamed = (c: Context, holder: KeyHolder): string | undefined => {
  const named = c.req.queries('facility') ?? [];
  if (named.length > 1) throw new AppError('request.invalid', { detail: 'facility stands more than once.' });
  return named[0] ?? (holder.facilities.length === 1 ? holder.facilities[0] : undefined);
};
