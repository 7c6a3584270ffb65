import { compareOrder, orderOf, type StayOrder } from '@da06/domain';
import { coachTripReportedType, parseEvent, type CoachTripReported } from '@da06/events';

/** An event of a coach's trip: when the trip ends, whose plate it tells, and which key its envelope is under. */
export type SealedTripEvent = { readonly facility: string; readonly order: StayOrder; /** Unix ms: the arrival, else the departure. */ readonly endsAt: number; readonly plate: string; readonly sealedBy: string; readonly keyId: string };

/** Whether a key of the log is that of a trip: a reference of a stay holds no stroke. */
export const isTripKey = (key: string): boolean => /^[^/]+\/trips\/[^/]+$/.test(key);

/** An event of a trip from its bytes; undefined for any other. */
export const findTripEvent = (value: Uint8Array): SealedTripEvent | undefined => {
  const parsed = parseEvent(value);
  if (!parsed.ok || parsed.event.type !== coachTripReportedType) return undefined;
  const { id, sequence } = parsed.event;
  const { facility, revision, departsAt, arrivesAt, plate, sealed } = parsed.event.data as CoachTripReported['data'];
  return { facility, order: orderOf({ id, sequence, data: { revision } }), endsAt: Date.parse(arrivesAt ?? departsAt), plate, sealedBy: sealed.personKey, keyId: sealed.keyId };
};

/** Of the events of one trip the one that holds. */
export const heldTripEvent = (events: readonly SealedTripEvent[]): SealedTripEvent | undefined => [...events].sort((a, b) => compareOrder(a.order, b.order)).at(-1);
