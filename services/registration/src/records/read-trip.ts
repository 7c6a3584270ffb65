import { compareOrder } from '@da06/domain';
import type { CoachTripReported, Envelope } from '@da06/events';
import { refOfTrip } from '../refs/reference.ts';
import type { RefState } from '../refs/ref-state.ts';
import type { Service } from '../service.ts';
import { openSealed } from './open-sealed.ts';
import { readEvents } from './read-events.ts';

type StoredTrip = Omit<Envelope, 'data'> & { readonly data: CoachTripReported['data'] };

/** A trip as its events come to, its plate not opened: the one that holds, and all as they were recorded. */
export type FoldedTrip = { readonly held: StoredTrip; readonly events: readonly StoredTrip[] };

/** Reads a trip's events; undefined if the log has none of it (any more). */
export const findTrip = async (service: Service, facility: string, ref: string, state: RefState): Promise<FoldedTrip | undefined> => {
  const events = (await readEvents(service, refOfTrip(facility, ref), state)) as StoredTrip[];
  const held = [...events].sort((a, b) => compareOrder([a.data.revision, a.sequence, a.id], [b.data.revision, b.sequence, b.id])).at(-1);
  return held === undefined ? undefined : { held, events };
};

/** A trip as its sender sees it, in the native item's nesting, and its history. Whoever shows it must have recorded that before (`record-reading.ts`). */
export const openTrip = (service: Service, { held, events }: FoldedTrip): Record<string, unknown> => {
  const opened = openSealed(service, held.data.sealed);
  const { facility, ref, registrationNumber, revision, route, departsAt, arrivesAt, passengers, cancelled } = held.data;
  return {
    facility, ref, registrationNumber, revision, recordedAt: events[0]?.recordedtime, eventId: held.id, identity: opened === undefined ? 'erased' : 'shown',
    trip: { route, departsAt, arrivesAt, passengers, status: cancelled ? 'cancelled' : 'reported', ...opened },
    history: events.map(({ id, type, time, recordedtime, sequence, actor, data }) => ({ eventId: id, type, occurredAt: time, recordedAt: recordedtime, sequence, actor, revision: data.revision, shape: data.shape, faults: data.faults })),
  };
};
