import { eventBuilders, fixedClock, type AnyEvent, type EventBuilders } from '@da06/testkit';
import { day, dayNumber, dayText, hour, midnight } from '../local-time.ts';
import { factsOf } from '../population/facts.ts';
import { publishMap, unitsOn } from '../population/random-units.ts';
import type { Guest, House, KnownAt, Outage, TourismFacts, Version } from './facts.ts';
import { tourismKinds } from './guest-days.ts';

export type RandomTourismOptions = { readonly seed: number; /** First local day; everything is of `days` from then on. */ readonly from: string; readonly days: number; readonly guests: number };

type Random = EventBuilders['random'];
/** Something to be told, when it is. */
type Telling = { readonly at: number; readonly tell: () => AnyEvent };
type World = { readonly random: Random; readonly build: EventBuilders; readonly start: number; readonly days: number; readonly first: number };

const minute = 60_000;
const kinds = ['hotel', 'hotel', 'hotel', 'hotel', 'motel', 'motel', 'motel', 'guest-house', 'boarding-house', 'rental-house', 'coach'] as const;
const ids = kinds.map((kind, index) => `${kind}-${index + 1}`);

/**
 * Few persons at few facilities that get in each other's way: nights at two houses at once, stays that touch or lie across each other, arrivals at the edges of days, no check-outs, rooms that become more and fewer, houses that open, close and change units,
 * records that are amended and cancelled, keys, days without guests, inspections and outages told again and withdrawn. Gives the events and what counts of them in the end.
 */
export const randomTourism = ({ seed, from, days, guests: count }: RandomTourismOptions): { readonly events: readonly AnyEvent[]; readonly facts: TourismFacts; readonly knownAt: KnownAt } => {
  const start = Date.parse(`${from}T00:00:00+07:00`);
  const clock = fixedClock(start - 20 * day);
  const build = eventBuilders({ seed, clock });
  const { random } = build;
  const world: World = { random, build, start, days, first: dayNumber(start) };
  const opened: AnyEvent[] = publishMap(build);
  const facilities = ids.map((id, index) => openHouse(world, id, kinds[index] ?? 'hotel', opened));
  const houses = facilities.filter(({ versions }) => versions[0]?.kind !== 'coach');

  const persons = Array.from({ length: Math.ceil(count / 10) }, () => random.hex(32));
  const rooms = Array.from({ length: 4 }, () => random.hex(32));
  // The first day is one on which somebody stays, whatever is amended.
  const steady = guestOf(world, { house: houses[0] as House, ref: 'R-0', person: persons[0] ?? '', rooms, arrivedAt: start + 14 * hour });
  const told = [{ guest: { ...steady, cancelled: false }, before: undefined, tellings: tellGuest(world, { ...steady, cancelled: false }, houses[0] as House, undefined) }, ...Array.from({ length: count }, (_, index) => {
    const house = random.pick(houses);
    const about = { house, ref: `R-${index + 1}`, person: random.pick(persons), rooms, arrivedAt: momentIn(world) };
    const guest = guestOf(world, about);
    // Told first with another arrival, room and purpose.
    const amended = random.chance(0.2) ? { ...guestOf(world, { ...about, arrivedAt: momentIn(world) }), heardAt: guest.heardAt, toldAt: guest.toldAt } : undefined;
    const again = guest.heardAt + (1 + random.below(60)) * hour;
    const final = amended === undefined ? guest : { ...guest, wholeAt: [guest.heardAt, again] };
    return { guest: final, before: amended, tellings: tellGuest(world, final, house, amended) };
  })];
  const beside = besideGuests(world, facilities, houses);
  const tellings = [...told.flatMap((one) => one.tellings), ...beside.tellings].sort((a, b) => a.at - b.at);
  const events = [...opened, ...tellings.map(({ at, tell }) => {
    clock.set(at);
    return tell();
  })];
  const { units, newest } = factsOf(events);
  const facts = { ...beside.facts, facilities, guests: told.map(({ guest }) => guest), units, asOf: newest };
  const knownAt = (day: string): TourismFacts => ({ ...facts, guests: told.flatMap((one) => knownOf(one, midnight(Date.parse(day) / 86_400_000 + 1))), asOf: day });
  return { events, facts, knownAt };
};

/** A guest as told before a moment, if at all: first perhaps otherwise, three hours after the last telling cancelled. */
const knownOf = ({ guest, before: otherwise }: { readonly guest: Guest; readonly before: Guest | undefined }, moment: number): Guest[] => {
  const wholeAt = guest.wholeAt.filter((at) => at < moment);
  if (wholeAt.length === 0) return [];
  const told = otherwise !== undefined && wholeAt.length < guest.wholeAt.length ? otherwise : guest;
  return [{ ...told, wholeAt, cancelled: guest.cancelled && Math.max(...guest.wholeAt) + 3 * hour < moment }];
};

/** A moment of the days, often near the edges of one. */
const momentIn = ({ random, start, days }: World): number => start + random.below(days) * day + random.pick([0, 1, 7 * 60 + 59, 10 * 60, 14 * 60, 14 * 60, 20 * 60, 23 * 60, 23 * 60 + 59]) * minute + random.below(2) * 30_000;
const dayIn = ({ random, first, days }: World): string => dayText(first + random.below(days));

const openHouse = ({ random, build, first, days }: World, id: string, kind: string, events: AnyEvent[]): House => {
  const version = (validFrom: string): Version => ({ validFrom, kind, unit: random.pick(unitsOn(validFrom)), rooms: random.below(4), beds: random.below(6) });
  const versions = [version(random.chance(0.2) ? dayText(first + 3 + random.below(days)) : '2025-01-01')];
  const later = dayText(first + 5 + random.below(days));
  if (random.chance(0.6) && later > (versions[0]?.validFrom ?? '')) versions.push(version(later));
  versions.forEach((one, index) => {
    const fields = { ...one, id, name: `Cơ sở ${id} Mẫu`, model: kind === 'coach' ? 12 : 9, tourism: tourismKinds.includes(kind), stars: null, lat: null, lon: null, remote: false };
    events.push(index === 0 ? build.facilityRegistered(fields) : build.facilityChanged(fields));
  });
  const closedOn = random.chance(0.25) ? dayText(first + 8 + random.below(days)) : '';
  if (closedOn !== '') events.push(build.facilityClosed({ id, on: closedOn }));
  return { id, versions, closedOn };
};

/** What a facility is on a day, or was first. */
const versionOn = ({ versions }: House, moment: number): Version => (versions.findLast(({ validFrom }) => validFrom <= dayText(dayNumber(moment))) ?? versions[0]) as Version;

type About = { readonly house: House; readonly ref: string; readonly person: string; readonly rooms: readonly string[]; readonly arrivedAt: number };

const guestOf = ({ random }: World, { house, ref, person, rooms, arrivedAt }: About): Guest => {
  const later = (): number => arrivedAt + random.pick([2 * hour, 20 * hour, 24 * hour, 30 * hour, 3 * day, 9 * day, 30 * day, 33 * day]);
  const heardAt = arrivedAt + random.pick([-2 * hour, 5 * minute, 50 * minute, 2 * hour, 9 * hour, 26 * hour, 70 * hour]);
  const noticed = random.chance(0.4) ? heardAt + random.pick([-90, -10, 30]) * minute : undefined;
  const nationality = random.pick(['VNM', 'VNM', 'KOR', 'FRA']);
  return {
    facility: house.id, ref, person, nationality, homeProvince: random.pick(['', '701', '709']), reason: random.pick(['tourism', 'business', 'visit', 'work', '']), room: random.chance(0.15) ? '' : random.pick(rooms),
    captured: random.pick(['typed', 'qr', 'mrz', 'nfc', 'file', 'ocr', '']), atHome: false, arrivedAt, expectedAt: random.chance(0.8) ? later() : null, departedAt: random.chance(0.6) ? later() : null, cancelled: random.chance(0.07),
    heardAt, wholeAt: [heardAt], toldAt: Math.min(noticed ?? heardAt, heardAt), dueAt: arrivedAt + (nationality === 'VNM' ? 2 : 12) * hour,
  };
};

const instant = (moment: number): string => new Date(moment).toISOString();

/** A stay as it was told, at first perhaps otherwise, and cancelled in the end. */
const tellGuest = ({ build, random }: World, guest: Guest, house: House, before: Guest | undefined): Telling[] => {
  const checkIn = (one: Guest) => (): AnyEvent => {
    const { kind, unit } = versionOn(house, one.arrivedAt);
    return build.checkedIn({
      facility: one.facility, facilityKind: kind, tourism: tourismKinds.includes(kind), ref: one.ref,
      groups: {
        person: { personKey: one.person, documentKey: one.person, documentKind: 'cccd', documentCode: '', issuingState: 'VNM' }, nationality: one.nationality, sex: 'F', birthYear: 1990, residence: { status: 'permanent', province: one.homeProvince, ward: '' },
        arrival: { at: instant(one.arrivedAt), timeKnown: true, unit, dueDomestic: instant(one.arrivedAt + 2 * hour), dueForeign: instant(one.arrivedAt + 12 * hour) },
        expectedDeparture: one.expectedAt === null ? null : instant(one.expectedAt), departure: one.departedAt === null ? null : instant(one.departedAt), permittedUntil: null, room: one.room, reason: one.reason,
        notified: one.toldAt < one.heardAt ? { at: instant(one.toldAt), valid: true } : { at: random.chance(0.3) ? instant(one.heardAt + 5 * minute) : null, valid: false }, captured: one.captured,
      },
    });
  };
  const wholes = guest.wholeAt.map((at, index): Telling => ({ at, tell: checkIn(index === 0 && before !== undefined ? before : guest) }));
  const last = Math.max(...guest.wholeAt);
  return guest.cancelled ? [...wholes, { at: last + 3 * hour, tell: () => build.cancelled({ facility: guest.facility, ref: guest.ref }) }] : wholes;
};

/** Days without guests, files, keys, inspections and outages: what is told of them, and what counts. */
const besideGuests = (world: World, facilities: readonly House[], houses: readonly House[]): { readonly tellings: readonly Telling[]; readonly facts: Pick<TourismFacts, 'emptyDays' | 'batches' | 'keys' | 'inspections' | 'outages'> } => {
  const { random, build, start } = world;
  const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
  const emptyDays = many(40, () => {
    const on = dayIn(world);
    return { facility: random.pick(houses).id, day: on, receivedAt: midnight(Date.parse(on) / day) + random.pick([22 * hour, 23 * hour + 59 * minute, 24 * hour, 50 * hour]) };
  });
  // From the second day on: files alone do not begin the days.
  const batches = many(60, () => {
    const codes: Record<string, number> = random.chance(0.5) ? { 'document.cccd-format': 1 + random.below(3), 'field.required': 1 } : random.chance(0.3) ? { 'document.cmnd-expired': 2 } : {};
    return { facility: random.pick(facilities).id, receivedAt: momentIn(world) + day, received: 1 + random.below(9), rejected: random.below(2), codes };
  });
  const keys = many(5, (index) => {
    const issuedAt = momentIn(world) + day;
    const revokedAt = random.chance(0.5) ? issuedAt + random.below(9 * 24) * hour : undefined;
    return { id: `key-${index}`, facilities: many(1 + random.below(2), () => random.pick(houses).id), issuedAt, revokedAt };
  });
  const inspections = many(15, (index) => ({ ref: `I-${index}`, facility: random.pick(facilities).id, on: dayText(world.first + 1 + random.below(world.days)), unreported: random.pick([0, 1, 3, 4, 8, 9, 20]), again: random.chance(0.3), withdrawn: random.chance(0.2) }));
  const outages = many(8, (index) => {
    const scope = random.pick(['all', 'unit', 'facility'] as const);
    const from = momentIn(world);
    return { ref: `O-${index}`, scope, target: scope === 'all' ? '' : scope === 'facility' ? random.pick(houses).id : random.pick(unitsOn(dayText(dayNumber(from)))), from, until: random.chance(0.2) ? null : from + (1 + random.below(40)) * hour, withdrawn: random.chance(0.2) };
  });
  const declare = ({ withdrawn: _, from, until, ...one }: (typeof outages)[number], revision: number, withdrawn: boolean) => (): AnyEvent => build.outageDeclared({ ...one, revision, from: instant(from), until: until === null || revision === 0 ? null : instant(until), withdrawn });
  const inspect = ({ ref, facility, on, unreported }: (typeof inspections)[number], revision: number, withdrawn: boolean) => (): AnyEvent => build.inspectionRecorded({ ref, facility, on, guestsFound: 30, unreported: revision === 0 ? 30 : unreported, revision, withdrawn });
  return {
    tellings: [
      ...emptyDays.map(({ facility, day: on, receivedAt }) => ({ at: receivedAt, tell: () => build.facilityDayReported({ facility, day: on }) })),
      ...batches.map(({ receivedAt, ...batch }) => ({ at: receivedAt, tell: () => build.feedBatchReceived({ ...batch, shape: 'native', single: false, accepted: batch.received - batch.rejected, duplicate: 0, amended: 0, late: 0 }) })),
      ...keys.flatMap(({ id, facilities: named, issuedAt, revokedAt }) => [{ at: issuedAt, tell: () => build.keyIssued({ id, facilities: named }) }, ...(revokedAt === undefined ? [] : [{ at: revokedAt, tell: () => build.keyRevoked({ id }) }])]),
      // The higher revision holds, whichever comes first.
      ...inspections.flatMap((one) => [{ at: start + world.days * day, tell: inspect(one, 1, one.withdrawn) }, ...(one.again ? [{ at: start + (world.days + random.below(2)) * day, tell: inspect(one, 0, false) }] : [])]),
      ...outages.flatMap((one) => [{ at: one.from + hour, tell: declare(one, 0, false) }, { at: one.from + 2 * hour, tell: declare(one, 1, one.withdrawn) }]),
    ],
    facts: {
      emptyDays, batches,
      keys: keys.map(({ facilities: named, issuedAt, revokedAt }) => ({ facilities: named, issuedOn: dayText(dayNumber(issuedAt)), revokedOn: revokedAt === undefined ? '' : dayText(dayNumber(revokedAt)) })),
      inspections: inspections.filter(({ withdrawn }) => !withdrawn).map(({ facility, on, unreported }) => ({ facility, on, unreported })),
      outages: outages.filter(({ withdrawn }) => !withdrawn).map(({ scope, target, from, until }): Outage => ({ scope, target, from, until })),
    },
  };
};
