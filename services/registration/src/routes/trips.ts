import { AppError } from '@da06/errors';
import { assertJson, mediaTypeOf, type KeyHolder } from '@da06/service-kit';
import type { Context, Hono } from 'hono';
import { findTrip, openTrip } from '../records/read-trip.ts';
import { recordReading } from '../records/record-reading.ts';
import { refOfTrip } from '../refs/reference.ts';
import type { Service } from '../service.ts';
import { facilityFor, holderOf, identityReaders, receiptTimeOf, writers } from './context.ts';
import { batchAnswer, isValidateOnly, itemAnswer, takeRecords } from './take-records.ts';

const batchFormats: Readonly<Record<string, 'json' | 'ndjson' | 'csv'>> = { 'application/json': 'json', 'application/x-ndjson': 'ndjson', 'application/ndjson': 'ndjson', 'text/csv': 'csv' };

/** Trips of coaches: one, a batch, and one as it stands. Their plates are shown as identities are: that they were is recorded first. */
export const tripRoutes = (app: Hono, service: Service): void => {
  app.put('/v1/facilities/:facility/trips/:ref', async (c) => {
    const { holder, trips } = await admitted(service, c);
    assertJson(c.req.raw);
    const ref = c.req.param('ref');
    return await service.withBody(c.req.raw, async (bytes) =>
      itemAnswer(await takeRecords(service, { holder, of: { trips }, body: { format: 'put', ref, bytes }, single: true, receivedAt: receiptTimeOf(service, c), validateOnly: isValidateOnly(c) }), true),
    );
  });
  app.post('/v1/facilities/:facility/trips', async (c) => {
    const { holder, trips } = await admitted(service, c);
    const format = batchFormats[mediaTypeOf(c.req.raw)];
    if (format === undefined) throw new AppError('request.media-type');
    return await service.withBody(c.req.raw, async (bytes) =>
      batchAnswer(await takeRecords(service, { holder, of: { trips }, body: { format, bytes }, single: false, receivedAt: receiptTimeOf(service, c), validateOnly: isValidateOnly(c) })),
    );
  });
  app.get('/v1/facilities/:facility/trips/:ref', async (c) => {
    const holder = await holderOf(service, c.req.raw, identityReaders);
    const facility = facilityFor(service, holder, c.req.param('facility')).registered.id;
    const ref = c.req.param('ref');
    const state = service.committer.view.ref(refOfTrip(facility, ref).key);
    const folded = state === undefined ? undefined : await findTrip(service, facility, ref, state);
    if (folded === undefined) throw new AppError('record.unknown');
    await recordReading(service, { holder, facility, purpose: 'own-record' }, [folded.held.data.sealed.personKey]);
    c.header('cache-control', 'no-store');
    return c.json(openTrip(service, folded));
  });
};

/** The sender and the operator of the address. @throws AppError 401, 403, 404, `facility.kind-has-no-trips`. */
const admitted = async (service: Service, c: Context): Promise<{ readonly holder: KeyHolder; readonly trips: string }> => {
  const holder = await holderOf(service, c.req.raw, writers);
  const { registered, versions } = facilityFor(service, holder, c.req.param('facility') ?? '');
  if ((versions.at(-1) ?? registered).kind !== 'coach') throw new AppError('facility.kind-has-no-trips');
  return { holder, trips: registered.id };
};
