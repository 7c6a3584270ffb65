import type { Draw } from '../random.ts';
import type { Facility } from './facility.ts';

/** A place to sleep: a room, or a bed where beds are let. */
export type Place = { readonly slot: number; readonly room: string };

/** Which places of a facility are free from when on. */
export type Rooms = {
  /** Takes `count` places for somebody who arrives at `from` and leaves at `until`; undefined if there are not that many. */
  readonly take: (draw: Draw, count: number, from: number, until: number) => readonly Place[] | undefined;
  /** Somebody changes place at a moment: the other place is kept for them from now on. Undefined if none is free. */
  readonly move: (draw: Draw, from: Place, at: number, until: number, now: number) => Place | undefined;
};

/** A room is made up before the next guest comes. */
const cleaningMs = 30 * 60_000;

export const createRooms = ({ rooms, behaviour }: Pick<Facility, 'rooms' | 'behaviour'>): Rooms => {
  const each = behaviour.byBed ? behaviour.bedsEach : 1;
  const freeFrom = new Float64Array(rooms.length * each);
  const placeOf = (slot: number): Place => ({ slot, room: rooms[Math.floor(slot / each)] ?? '' });
  const freeSlots = (draw: Draw, count: number, at: number): number[] => {
    const found: number[] = [];
    const start = draw.below(freeFrom.length);
    for (let step = 0; step < freeFrom.length && found.length < count; step += 1) {
      const slot = (start + step) % freeFrom.length;
      if ((freeFrom[slot] ?? 0) <= at) found.push(slot);
    }
    return found;
  };
  return {
    take: (draw, count, from, until) => {
      const slots = freeSlots(draw, count, from);
      if (slots.length < count) return undefined;
      for (const slot of slots) freeFrom[slot] = until + cleaningMs;
      return slots.map(placeOf);
    },
    move: (draw, from, at, until, now) => {
      const other = freeSlots(draw, each + 1, now).map(placeOf).find(({ room }) => room !== from.room);
      if (other === undefined) return undefined;
      freeFrom[other.slot] = until + cleaningMs;
      freeFrom[from.slot] = at + cleaningMs;
      return other;
    },
  };
};
