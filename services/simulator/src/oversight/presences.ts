import { deadlineOf } from '../stays/deadline.ts';
import type { Stay } from '../stays/stay.ts';
import type { Facility } from '../world/facility.ts';

/** Guests in a house. Of `stay` the system is told at some time; those without one nobody tells of. */
export type Presence = { readonly facility: Facility; readonly arrivedAt: number; readonly leavesAt: number; readonly guests: number; readonly stay: Stay | undefined };

/** Who is where, as an inspector would find it. */
export type Presences = {
  readonly note: (presence: Presence) => void;
  /** How many guests are there at a moment, and how many of them should have been told of and are not. To be asked when everything up to then was sent. */
  readonly at: (facility: Facility, moment: number) => { readonly guestsFound: number; readonly unreported: number };
  /** Lets those go who left before. */
  readonly forget: (before: number) => void;
};

export const createPresences = (): Presences => {
  let held: Presence[] = [];
  return {
    note: (presence) => void held.push(presence),
    at: (facility, moment) => {
      const there = held.filter((presence) => presence.facility === facility && presence.arrivedAt <= moment && moment < presence.leavesAt);
      const count = (all: readonly Presence[]): number => all.reduce((sum, { guests }) => sum + guests, 0);
      return { guestsFound: count(there), unreported: count(there.filter((presence) => isUnreported(presence, moment))) };
    },
    forget: (before) => void (held = held.filter(({ leavesAt }) => leavesAt >= before)),
  };
};

const isUnreported = ({ facility, arrivedAt, stay }: Presence, moment: number): boolean => {
  const due = stay === undefined ? deadlineOf({ facility, record: { arrivedAt, hourKnown: true }, person: { nationality: 'VNM' } }) : deadlineOf(stay);
  const toldAt = stay?.told?.firstReceivedAt ?? Number.POSITIVE_INFINITY;
  return due <= moment && toldAt > moment;
};
