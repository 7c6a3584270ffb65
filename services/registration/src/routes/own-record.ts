import { compareOrder, mergeRegisters } from '@da06/domain';
import { AppError } from '@da06/errors';
import { partitionOf } from '@da06/event-log';
import { identityReadType, parseEvent, stayCheckedInType, topics, type Envelope, type StayCheckedIn } from '@da06/events';
import type { Hono } from 'hono';
import { addEvent } from '../commit/unit.ts';
import { mergePatch } from '../json/merge-patch.ts';
import { isOpen, type RefState } from '../refs/ref-state.ts';
import type { Service } from '../service.ts';
import { actorOf, facilityFor, holderOf } from './context.ts';

type StoredStay = Omit<Envelope, 'data'> & { readonly data: StayCheckedIn['data'] };

/** A sender's own record as it stands, with its history. Identities are shown, and that they were is recorded first. */
export const ownRecordRoutes = (app: Hono, service: Service): void => {
  app.get('/v1/facilities/:facility/stays/:ref', async (c) => {
    const holder = await holderOf(service, c.req.raw, ['feed', 'admin', 'standing']);
    const facility = facilityFor(service, holder, c.req.param('facility')).registered.id;
    const key = `${facility}/${c.req.param('ref')}`;
    const state = service.committer.view.ref(key);
    if (state === undefined) throw new AppError('stay.unknown');
    const events = await readEvents(service, key, state);
    const receivedAt = service.now();
    const data = { purpose: 'own-record', facility, personKey: state.personKey };
    await service.committer.submit((unit) => addEvent(unit, { topic: topics.security, type: identityReadType, subject: facility, receivedAt, actor: actorOf(holder), data }));
    return c.json(recordOf(service, state, events));
  });
};

const readEvents = async (service: Service, key: string, state: RefState): Promise<StoredStay[]> => {
  const partition = partitionOf(key, service.log.partitions(topics.stays));
  const events: StoredStay[] = [];
  for (const offset of [...service.refs.olderOffsets(key, state), ...state.offsets]) {
    const [record] = await service.log.read({ topic: topics.stays, partition, from: BigInt(offset), limit: 1 });
    const parsed = record === undefined ? undefined : parseEvent(record.value);
    if (parsed?.ok === true) events.push(parsed.event as StoredStay);
  }
  return events;
};

const recordOf = (service: Service, state: RefState, events: readonly StoredStay[]): Record<string, unknown> => {
  const merged = mergeRegisters(events);
  const first = events[0]?.data;
  const { person, arrival, residence, notified, room: _, ...plain } = merged.groups;
  const identity = identityOf(service, events);
  const status = !state.seen ? 'not-seen-yet' : state.cancelled ? 'cancelled' : isOpen(state) ? 'open' : 'closed';
  const stay = mergePatch(
    {
      guest: {
        sex: plain.sex, nationality: plain.nationality,
        document: { kind: person?.documentKind, issuingState: person?.issuingState },
        residence: { status: residence?.status, province: residence?.province, ward: residence?.ward },
      },
      arrival: arrival?.at, arrivalTimeKnown: arrival?.timeKnown, unit: arrival?.unit,
      expectedDeparture: plain.expectedDeparture, departure: plain.departure, permittedUntil: plain.permittedUntil, reason: plain.reason, captured: plain.captured,
      notifiedAt: notified?.at,
    },
    identity ?? {},
  );
  return {
    facility: first?.facility, ref: first?.ref, registrationNumber: first?.registrationNumber, status, revision: state.revision, late: state.late, recordedAt: merged.firstRecordedAt, eventId: merged.newestEventId,
    identity: identity === undefined ? 'erased' : 'shown',
    stay,
    history: events.map(({ id, type, time, recordedtime, sequence, actor, data }) => ({
      eventId: id, type, occurredAt: time, recordedAt: recordedtime, sequence, actor, revision: data.revision, shape: data.shape, sets: data.sets, faults: data.faults,
    })),
  };
};

/** The sealed parts laid over each other in the order of their events; a check-in that came after its corrections lies below them. */
const identityOf = (service: Service, events: readonly StoredStay[]): Record<string, unknown> | undefined => {
  const rank = ({ type, data }: StoredStay): number => (type === stayCheckedInType && data.yields.length > 0 ? 0 : 1);
  const sealed = [...events].sort((a, b) => rank(a) - rank(b) || compareOrder([a.data.revision, a.sequence, a.id], [b.data.revision, b.sequence, b.id])).flatMap(({ data }) => (data.sealed === undefined ? [] : [data.sealed]));
  let identity: Record<string, unknown> = {};
  for (const part of sealed) {
    try {
      identity = mergePatch(identity, service.vault.open(part));
    } catch (error) {
      if (error instanceof AppError && error.code === 'vault.key-missing') return undefined;
      throw error;
    }
  }
  return identity;
};
