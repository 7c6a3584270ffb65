import { dayMs, localDay } from '@da06/domain';
import { dayKind } from '../calendar/day-kind.ts';
import { demandOn } from '../calendar/demand.ts';
import type { Downtimes } from '../feed/downtime.ts';
import type { Outbox } from '../feed/outbox.ts';
import type { Settled } from '../options.ts';
import type { Presence } from '../oversight/presences.ts';
import type { RegistryOffice } from '../people/registry-office.ts';
import type { Regulars } from '../people/regulars.ts';
import { createDraw, type Draw } from '../random.ts';
import type { Facility } from '../world/facility.ts';
import type { Place, Rooms } from '../world/rooms.ts';
import { checkIn } from './check-in.ts';
import { moveTime, noticesOf, type Move } from './notices.ts';
import { gatherParty } from './party.ts';
import { arrivalOn, scheduleOf, type Schedule } from './schedule.ts';

/** A facility with what goes on in it. */
export type House = { readonly facility: Facility; readonly rooms: Rooms; readonly downtimes: Downtimes; readonly outbox: Outbox };

export type World = { readonly options: Settled; /** Local midnight of the first day, Unix ms. */ readonly start: number; readonly office: RegistryOffice; readonly regulars: Regulars; /** Who is in a house, whether the system is told of them or not. */ readonly note: (presence: Presence) => void };

const dayStream = 3;
const vietnamOffsetMs = 7 * 3_600_000;

/** Plans everything that begins at a house on a day, counted from the first one: whole stays, with all that is ever told of them. */
export const planDay = (world: World, house: House, day: number): void => {
  const { facility, downtimes, outbox } = house;
  const { behaviour } = facility;
  const draw = createDraw(world.options.seed, dayStream, facility.index, day);
  const midnight = world.start + day * dayMs;
  const places = facility.rooms.length * (behaviour.byBed ? behaviour.bedsEach : 1);
  const mean = behaviour.parties * places * demandOn(dayKind(Math.round((midnight + vietnamOffsetMs) / dayMs)), behaviour.crowd) * world.options.rate;
  const arrivals = Array.from({ length: draw.count(mean) }, () => arrivalOn(draw, midnight, behaviour.hours)).sort((a, b) => a - b);
  const silent = downtimes.isSilentDay(day);
  let taken = 0;
  for (const arrivedAt of arrivals) if (receiveParty(world, house, draw, { arrivedAt, number: taken, silent })) taken += 1;
  if (taken === 0 && !silent && facility.reportsEmptyDays) outbox.tellEmptyDay(draw, midnight);
};

type Arriving = { readonly arrivedAt: number; /** Parties received that day before it. */ readonly number: number; readonly silent: boolean };

/** Gives a party its rooms; false if the house is full. Guests of a silent day fill rooms and are never told of. */
const receiveParty = (world: World, house: House, draw: Draw, { arrivedAt, number, silent }: Arriving): boolean => {
  const { facility, rooms } = house;
  const { behaviour } = facility;
  const size = Math.min(draw.weighted(behaviour.partySizes), facility.rooms.length * behaviour.bedsEach);
  const longLet = facility.kind === 'rental-house' && draw.chance(world.options.faults.longLet);
  const schedule = scheduleOf(draw, facility, arrivedAt, longLet);
  const places = rooms.take(draw, behaviour.byBed ? size : Math.ceil(size / behaviour.bedsEach), arrivedAt, schedule.leavesAt);
  if (places === undefined) return false;
  const { leavesAt } = schedule;
  if (silent) {
    world.note({ facility, arrivedAt, leavesAt, guests: size, stay: undefined });
    return true;
  }
  const guests = gatherParty(draw, facility, size, arrivedAt, world);
  const reason = draw.weighted(behaviour.reasons);
  const moves = movesOf(draw, house, places, schedule);
  guests.forEach(({ person, isNew }, guest) => {
    // Who shares a room moves with it.
    const place = behaviour.byBed ? guest : Math.floor(guest / behaviour.bedsEach);
    const ref = `${localDay(arrivedAt).slice(2).replaceAll('-', '')}-${String(number + 1).padStart(3, '0')}${size > 1 ? `.${guest + 1}` : ''}`;
    const isAdult = person.paper.kind !== 'birth-certificate';
    const stay = checkIn(draw, { facility, ref, person, isNew, schedule, room: places[place]?.room ?? '', reason: isAdult || reason !== 'work' ? reason : 'family-visit', faults: world.options.faults });
    const notices = noticesOf(draw, stay, schedule, moves[place], world.options.faults);
    const told = house.outbox.tell(draw, stay, notices);
    // Whoever is cancelled for good did not come.
    if (notices.at(-1)?.change.type !== 'cancel') world.note({ facility, arrivedAt, leavesAt, guests: 1, stay: told === undefined ? undefined : stay });
    const isOver = notices.some(({ change }) => change.type === 'leave');
    if (isAdult && told !== undefined && isOver) world.regulars.put(draw, person, Math.max(told, schedule.leavesAt) + 3_600_000);
  });
  return true;
};

const movesOf = (draw: Draw, { facility, rooms }: House, places: readonly Place[], schedule: Schedule): (Move | undefined)[] =>
  places.map((place) => {
    if (!draw.chance(facility.behaviour.moved)) return undefined;
    const at = moveTime(draw, schedule);
    const other = at === undefined ? undefined : rooms.move(draw, place, at, schedule.leavesAt, schedule.arrivedAt);
    return at === undefined || other === undefined ? undefined : { at, room: other.room };
  });
