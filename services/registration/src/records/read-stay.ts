import { compareOrder, mergeRegisters, type MergedStay } from '@da06/domain';
import { stayCheckedInType, type Envelope, type StayCheckedIn } from '@da06/events';
import { mergePatch } from '@da06/service-kit';
import { isOpen, type RefState } from '../refs/ref-state.ts';
import type { Service } from '../service.ts';
import { openSealed } from './open-sealed.ts';
import { readEvents } from './read-events.ts';

type StoredStay = Omit<Envelope, 'data'> & { readonly data: StayCheckedIn['data'] };

/** A stay as its events come to, nobody's identity opened. */
export type FoldedStay = {
  readonly ref: string;
  readonly registrationNumber: string;
  readonly status: 'not-seen-yet' | 'open' | 'closed' | 'cancelled';
  readonly state: RefState;
  readonly events: readonly StoredStay[];
  readonly merged: MergedStay;
};

/** A stay as it stands, with who it is about unless that was erased. */
export type StayRecord = FoldedStay & {
  /** `partly-erased`: the keys of some of its events were destroyed, `erased` names them; what the others told is shown. */
  readonly identity: 'shown' | 'partly-erased' | 'erased';
  readonly erased: ReadonlySet<string>;
  /** The stay in the native item's own nesting. */
  readonly stay: Readonly<Record<string, unknown>>;
};

/** Reads a stay's events. `key` = facility/ref. */
export const foldStay = async (service: Service, key: string, state: RefState): Promise<FoldedStay> => {
  const events = (await readEvents(service, { key, subject: key }, state)) as StoredStay[];
  const first = events[0]?.data;
  const status = !state.seen ? 'not-seen-yet' : state.cancelled ? 'cancelled' : isOpen(state) ? 'open' : 'closed';
  return { ref: first?.ref ?? '', registrationNumber: first?.registrationNumber ?? '', status, state, events, merged: mergeRegisters(events) };
};

/** Opens a stay's identity. Whoever shows it must have recorded that before (`record-reading.ts`). */
export const openStay = (service: Service, folded: FoldedStay): StayRecord => {
  const { person, arrival, residence, notified, room: _, ...plain } = folded.merged.groups;
  const { identity, erased } = identityOf(service, folded.events);
  const sealed = folded.events.filter(({ data }) => data.sealed !== undefined).length;
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
    identity,
  );
  return { ...folded, identity: erased.size === 0 ? 'shown' : erased.size < sealed ? 'partly-erased' : 'erased', erased, stay };
};

/**
 * The sealed parts laid over each other in the order of their events; a check-in that came after its corrections lies below them. Parts
 * whose keys were destroyed are left out and named by their event.
 */
const identityOf = (service: Service, events: readonly StoredStay[]): { readonly identity: Record<string, unknown>; readonly erased: ReadonlySet<string> } => {
  const rank = ({ type, data }: StoredStay): number => (type === stayCheckedInType && data.yields.length > 0 ? 0 : 1);
  const ordered = [...events].sort((a, b) => rank(a) - rank(b) || compareOrder([a.data.revision, a.sequence, a.id], [b.data.revision, b.sequence, b.id]));
  const erased = new Set<string>();
  let identity: Record<string, unknown> = {};
  for (const { id, data } of ordered) {
    if (data.sealed === undefined) continue;
    const opened = openSealed(service, data.sealed);
    if (opened === undefined) erased.add(id);
    else identity = mergePatch(identity, opened);
  }
  return { identity, erased };
};
