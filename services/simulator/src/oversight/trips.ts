import { dayMs, instant, localDay } from '@da06/domain';
import { cell, valueAt } from '../feed/file-body.ts';
import { isoLocal } from '../feed/item.ts';
import type { Settled } from '../options.ts';
import { createDraw, type Draw } from '../random.ts';
import type { FacilityPlan } from '../world/facility.ts';
import type { Beside, Planner } from './beside.ts';
import type { TruthTrip } from './truth.ts';

const tripStream = 94;
const minute = 60_000;
const hour = 3_600_000;

const lines: readonly { readonly to: string; readonly hours: number }[] = [
  { to: 'Bến xe Miền Đông mới', hours: 3 }, { to: 'Đà Lạt', hours: 7 }, { to: 'Buôn Ma Thuột', hours: 6 }, { to: 'Vinh', hours: 29 },
];
const home = 'Tân Khai';

const tripsADay = 3;

/** Shares of trips: called off; told again with who did come. */
const calledOff = 0.04;
const recounted = 0.3;

/** A trip as it is planned, with what is told of it. */
type Trip = Omit<TruthTrip, 'receivedAt' | 'departsAt' | 'arrivesAt'> & { readonly departsAt: number; readonly arrivesAt: number };

/** Trips of coaches: an operator tells of each before it goes and again when it has left, or of a day's in one file in the evening. */
export const createTrips = (options: Settled, start: number, plans: readonly FacilityPlan[]): Planner => {
  const coaches = plans.filter(({ body }) => body.kind === 'coach');
  return (day) => coaches.flatMap((coach, index) => tripsOf({ options, midnight: start + day * dayMs, coach: coach.id, index, draw: createDraw(options.seed, tripStream, index, day) }));
};

type Day = { readonly options: Settled; readonly midnight: number; readonly coach: string; readonly index: number; readonly draw: Draw };

const tripsOf = ({ options: { faults }, midnight, coach, index, draw }: Day): Beside[] => {
  const trips = Array.from({ length: Math.min(12, draw.count(tripsADay)) }, (_, number): Trip => {
    const { to, hours } = draw.pick(lines);
    const [from, until] = draw.chance(0.5) ? [home, to] : [to, home];
    const departsAt = midnight + draw.between(6 * 60, 20 * 60) * minute;
    // Numbers 000.01 and on are of no real coach.
    return { facility: coach, ref: `ch-${localDay(midnight).slice(2).replaceAll('-', '')}-${number + 1}`, revision: 0, from, to: until, departsAt, arrivesAt: departsAt + hours * hour, passengers: draw.between(4, 44), plate: `93B-000.${String(index * 10 + draw.between(1, 9)).padStart(2, '0')}`, cancelled: false };
  });
  if (index % 2 === 1) return trips.length === 0 ? [] : [inFile(draw, trips, midnight + 21 * hour + draw.below(60) * minute)];
  return trips.flatMap((trip) => {
    const at = trip.departsAt - draw.between(20, 90) * minute;
    const first = singly(trip, at, 'accepted');
    if (draw.chance(faults.malformed)) return [spoilt(trip, at - 2 * minute), first];
    if (draw.chance(faults.duplicate)) return [first, singly(trip, at + 40_000, 'duplicate')];
    if (draw.chance(calledOff)) return [first, singly({ ...trip, revision: 1, cancelled: true }, trip.departsAt - 5 * minute, 'amended')];
    return draw.chance(recounted) ? [first, singly({ ...trip, revision: 1, passengers: trip.passengers + (draw.chance(0.5) ? 1 : -1) }, trip.departsAt + 5 * minute, 'amended')] : [first];
  });
};

const itemOf = ({ ref, revision, from, to, departsAt, arrivesAt, passengers, plate, cancelled }: Trip): Record<string, unknown> => ({
  ref, revision: revision > 0 ? revision : undefined, route: { from, to }, departsAt: isoLocal(departsAt), arrivesAt: isoLocal(arrivesAt), passengers, plate, status: cancelled ? 'cancelled' : undefined,
});
const truthOf = (trip: Trip, at: number): TruthTrip => ({ ...trip, departsAt: instant(trip.departsAt), arrivesAt: instant(trip.arrivesAt), receivedAt: instant(at) });

const counts = { about: 'trips', received: 1, accepted: 1, duplicate: 0, amended: 0, late: 0, rejected: 0, codes: {} } as const;
const addressOf = (trip: Pick<Trip, 'facility'>): string => `/v1/facilities/${trip.facility}/trips`;

const singly = (trip: Trip, at: number, status: 'accepted' | 'duplicate' | 'amended'): Beside => ({
  at,
  tell: () => ({
    sending: { at, facility: trip.facility, method: 'PUT', path: `${addressOf(trip)}/${trip.ref}`, contentType: 'application/json', body: JSON.stringify(itemOf(trip)), expected: { ...counts, ...(status !== 'accepted' && { [status]: 1 }) } },
    tellings: { trips: status === 'duplicate' ? [] : [truthOf(trip, at)] },
  }),
});

/** More passengers than a coach has seats: refused. */
const spoilt = (trip: Trip, at: number): Beside => ({
  at,
  tell: () => ({
    sending: {
      at, facility: trip.facility, method: 'PUT', path: `${addressOf(trip)}/${trip.ref}`, contentType: 'application/json', body: JSON.stringify(itemOf({ ...trip, passengers: 450 })),
      expected: { ...counts, accepted: 0, rejected: 1, codes: { 'trip.passengers-range': 1 } },
    },
    tellings: {},
  }),
});

const columns: readonly (readonly [name: string, path: readonly string[]])[] = [
  ['ref', ['ref']], ['revision', ['revision']], ['from', ['route', 'from']], ['to', ['route', 'to']], ['departs_at', ['departsAt']], ['arrives_at', ['arrivesAt']], ['passengers', ['passengers']], ['plate', ['plate']], ['status', ['status']],
];

/** A day's trips in one file, as CSV or as lines of JSON. */
const inFile = (draw: Draw, trips: readonly Trip[], at: number): Beside => {
  const isCsv = draw.chance(0.5);
  const items = trips.map(itemOf);
  const body = isCsv ? [columns.map(([name]) => name), ...items.map((item) => columns.map(([, path]) => cell(valueAt(item, path))))].map((row) => `${row.join(',')}\r\n`).join('') : items.map((item) => `${JSON.stringify(item)}\n`).join('');
  return {
    at,
    tell: () => ({
      sending: { at, facility: trips[0]?.facility ?? '', method: 'POST', path: addressOf(trips[0] ?? { facility: '' }), contentType: isCsv ? 'text/csv' : 'application/x-ndjson', body, expected: { ...counts, received: trips.length, accepted: trips.length } },
      tellings: { trips: trips.map((trip) => truthOf(trip, at)) },
    }),
  };
};
