import type { TripContext } from '../types.ts';

/** Received on 2026-11-20 at 16:00 in Vietnam. */
export const tripContext: TripContext = { trips: 'xe-thu-01', receivedAt: Date.parse('2026-11-20T09:00:00.000Z') };

/** A made-up trip, valid without a warning. */
export const sampleTrip = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  ref: 'CH-1', revision: 0, route: { from: 'Tân Khai', to: 'Bến xe Miền Đông' }, departsAt: '2026-11-20T20:00:00+07:00', arrivesAt: '2026-11-20T23:30:00+07:00', passengers: 32, plate: '93B-012.34', ...changes,
});
