import type { StayEvent } from '@da06/domain';
import { parseEvent } from '@da06/events';
import type { StayCheckedIn } from '@da06/events';

/** What of an event of a stay says whose it is, when it ended, and which key its envelope is under. */
export type SealedStayEvent = StayEvent & { readonly facility: string; readonly sealedBy: string | undefined; readonly keyId: string | undefined };

/** An event of a stay from a record's bytes, without what is not asked for here; undefined for any other record. */
export const findStayEvent = (value: Uint8Array): SealedStayEvent | undefined => {
  const parsed = parseEvent(value);
  if (!parsed.ok || !parsed.event.type.startsWith('vn.da06.stay.')) return undefined;
  const { id, type, sequence, recordedtime } = parsed.event;
  const { facility, facilityKind, tourism, revision, sets, groups, sealed, yields } = parsed.event.data as StayCheckedIn['data'];
  const { person, arrival, expectedDeparture, departure } = groups;
  const kept = {
    ...(person !== undefined && { person }), ...(arrival !== undefined && { arrival }), ...(expectedDeparture !== undefined && { expectedDeparture }), ...(departure !== undefined && { departure }),
  };
  return {
    id, type, sequence, recordedtime, facility, sealedBy: sealed?.personKey, keyId: sealed?.keyId,
    data: { facilityKind, tourism, revision, sets: sets.filter((name) => name in kept), groups: kept, ...(type.includes('.checked-in.') && { yields }) },
  };
};
