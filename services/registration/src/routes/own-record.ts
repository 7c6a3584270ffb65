import { AppError } from '@da06/errors';
import type { Hono } from 'hono';
import { foldStay, openStay, type StayRecord } from '../records/read-stay.ts';
import { recordReading } from '../records/record-reading.ts';
import type { Service } from '../service.ts';
import { facilityFor, holderOf, identityReaders } from './context.ts';

/** A sender's own record as it stands, with its history. Identities are shown, and that they were is recorded first. */
export const ownRecordRoutes = (app: Hono, service: Service): void => {
  app.get('/v1/facilities/:facility/stays/:ref', async (c) => {
    const holder = await holderOf(service, c.req.raw, identityReaders);
    const facility = facilityFor(service, holder, c.req.param('facility')).registered.id;
    const key = `${facility}/${c.req.param('ref')}`;
    const state = service.committer.view.ref(key);
    if (state === undefined) throw new AppError('stay.unknown');
    await recordReading(service, { holder, facility, purpose: 'own-record' }, [state]);
    return c.json(shown(facility, openStay(service, await foldStay(service, key, state))));
  });
};

const shown = (facility: string, { ref, registrationNumber, status, state, merged, identity, erased, stay, events }: StayRecord): Record<string, unknown> => ({
  facility, ref, registrationNumber, status, revision: state.revision, late: state.late, recordedAt: merged.firstRecordedAt, eventId: merged.newestEventId, identity, stay,
  history: events.map(({ id, type, time, recordedtime, sequence, actor, data }) => ({
    eventId: id, type, occurredAt: time, recordedAt: recordedtime, sequence, actor, revision: data.revision, shape: data.shape, sets: data.sets, faults: data.faults,
    ...(erased.has(id) && { identity: 'erased' }),
  })),
});
