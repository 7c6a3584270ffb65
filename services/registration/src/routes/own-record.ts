import { AppError } from '@da06/errors';
import { ownUnitsOf } from '@da06/reference';
import { actorOf } from '@da06/service-kit';
import type { Hono } from 'hono';
import { foldRecord, openRecord, type FoldedRecord, type OpenedRecord } from '../records/read-record.ts';
import { foldStay, openStay, type StayRecord } from '../records/read-stay.ts';
import { recordReading } from '../records/record-reading.ts';
import { isOwnRecord } from '../refs/owner.ts';
import { refOfRecord } from '../refs/reference.ts';
import type { Service } from '../service.ts';
import { facilityFor, holderOf, identityReaders, registerReaders } from './context.ts';
import { populationRegisters, unitOfCommune } from './registers.ts';

/** A sender's own record as it stands, a stay or one of a register, with its history. Identities are shown, and that they were is recorded first. */
export const ownRecordRoutes = (app: Hono, service: Service): void => {
  app.get('/v1/facilities/:facility/stays/:ref', async (c) => {
    const holder = await holderOf(service, c.req.raw, identityReaders);
    const facility = facilityFor(service, holder, c.req.param('facility')).registered.id;
    const key = `${facility}/${c.req.param('ref')}`;
    const state = service.committer.view.ref(key);
    if (state === undefined) throw new AppError('stay.unknown');
    await recordReading(service, { holder, facility, purpose: 'own-record' }, [state.personKey]);
    return c.json(shown(facility, openStay(service, await foldStay(service, key, state))));
  });
  for (const register of populationRegisters) {
    app.get(`/v1/${register}/:ref`, async (c) => {
      const holder = await holderOf(service, c.req.raw, registerReaders);
      const unit = unitOfCommune(holder);
      const of = refOfRecord(register, c.req.param('ref') ?? '');
      const state = service.committer.view.ref(of.key);
      if (state === undefined) throw new AppError('record.unknown');
      if (unit !== undefined && !isOwnRecord(state, { actor: actorOf(holder), ownUnits: ownUnitsOf(service.locality, unit) })) throw new AppError('request.forbidden');
      const folded = await foldRecord(service, of, state);
      await recordReading(service, { holder, facility: '', register, purpose: 'own-record' }, folded.persons);
      c.header('cache-control', 'no-store');
      return c.json({ register, ref: of.ref, ...shownRecord(folded, openRecord(service, folded)) });
    });
  }
};

const shownRecord = ({ status, state, events, held }: FoldedRecord, { identity, record }: OpenedRecord): Record<string, unknown> => ({
  registrationNumber: events[0]?.data.registrationNumber ?? '', status, revision: state.revision, recordedAt: events[0]?.recordedtime, eventId: held?.id ?? null, identity, record,
  history: events.map(({ id, type, time, recordedtime, sequence, actor, data }) => ({ eventId: id, type, occurredAt: time, recordedAt: recordedtime, sequence, actor, revision: data.revision, shape: data.shape, faults: data.faults })),
});

const shown = (facility: string, { ref, registrationNumber, status, state, merged, identity, erased, stay, events }: StayRecord): Record<string, unknown> => ({
  facility, ref, registrationNumber, status, revision: state.revision, late: state.late, recordedAt: merged.firstRecordedAt, eventId: merged.newestEventId, identity, stay,
  history: events.map(({ id, type, time, recordedtime, sequence, actor, data }) => ({
    eventId: id, type, occurredAt: time, recordedAt: recordedtime, sequence, actor, revision: data.revision, shape: data.shape, sets: data.sets, faults: data.faults,
    ...(erased.has(id) && { identity: 'erased' }),
  })),
});
