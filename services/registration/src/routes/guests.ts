import { localDay } from '@da06/domain';
import { dayOf } from '@da06/service-kit';
import type { Hono } from 'hono';
import { presentOn } from '../records/arrivals.ts';
import { foldStay, openStay, type StayRecord } from '../records/read-stay.ts';
import { recordReading } from '../records/record-reading.ts';
import type { Service } from '../service.ts';
import { facilityFor, holderOf, identityReaders } from './context.ts';

/** Who is at a facility on a day. Identities are shown, and that they were is recorded first, a person at a time. */
export const guestRoutes = (app: Hono, service: Service): void => {
  app.get('/v1/facilities/:facility/guests', async (c) => {
    const holder = await holderOf(service, c.req.raw, identityReaders);
    const facility = facilityFor(service, holder, c.req.param('facility')).registered.id;
    const on = dayOf(c.req.query('on') ?? localDay(service.now()), 'on');
    const present = presentOn(service, facility, on);
    await recordReading(service, { holder, facility, purpose: 'guest-list' }, present.map(({ state }) => state.personKey));
    const guests = [];
    for (const { key, state } of present) guests.push(shown(openStay(service, await foldStay(service, key, state))));
    c.header('cache-control', 'no-store');
    return c.json({ facility, on, count: guests.length, guests });
  });
};

type Person = { readonly fullName?: string; readonly birthDate?: string; readonly document?: { readonly kind?: string; readonly number?: string } };

const shown = ({ ref, registrationNumber, status, state, identity, stay }: StayRecord): Record<string, unknown> => {
  const { fullName, birthDate, document, ...guest } = stay['guest'] as Person & { readonly sex?: string; readonly nationality?: string };
  return {
    ref, registrationNumber, status, late: state.late, identity,
    arrival: stay['arrival'], arrivalTimeKnown: stay['arrivalTimeKnown'], expectedDeparture: stay['expectedDeparture'] ?? null, departure: stay['departure'] ?? null, room: stay['room'] ?? null,
    guest: { fullName: fullName ?? null, birthDate: birthDate ?? null, sex: guest.sex, nationality: guest.nationality, document: { kind: document?.kind, number: document?.number ?? null } },
  };
};
