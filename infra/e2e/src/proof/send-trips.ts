import type { RunningHost } from '../harness/host.ts';
import { planted } from './planted-person.ts';

type Json = Record<string, unknown>;

const coach = 'xe-kin-01';
const path = `/v1/facilities/${coach}/trips`;
const trip = (ref: string, more: Json = {}): Json => ({ ref, route: { from: 'Tân Khai', to: 'Bến xe Miền Đông' }, departsAt: '2026-01-10T20:00:00+07:00', arrivesAt: null, passengers: 30, plate: planted.plate, ...more });
const columns = ['ref', 'from', 'to', 'departs_at', 'passengers', 'plate'];
const row = (ref: string): string => [ref, 'Tân Khai', 'Lộc Ninh', '2026-01-10 20:00', '30', planted.plate].join(',');

/** The planted plate as trips of a coach, by every way in, where it belongs and where it does not; then by the way out. Inspections, businesses and outages that name what they should not. */
export const sendTrips = async (host: RunningHost): Promise<void> => {
  await host.call('POST', '/v1/facilities', { id: coach, kind: 'coach', name: 'Nhà xe Kín', unit: 'W25357@2025', validFrom: '2025-07-01' });
  await host.call('PUT', `${path}/PRIV-1`, trip('PRIV-1'));
  await host.call('PUT', `${path}/PRIV-1`, trip('PRIV-1', { revision: 1, plate: planted.plateBare, status: 'cancelled' }));
  const broken: readonly Json[] = [
    { ref: planted.plateBare }, { route: { from: planted.plate, to: planted.phone } }, { route: { from: planted.number, to: 'x' } }, { passengers: planted.name }, { departsAt: planted.plate }, { status: planted.plate }, { [planted.name]: planted.plate },
    { plate: `${planted.plate} ${planted.plate}` }, { plate: { of: planted.plate } },
  ];
  for (const [index, more] of broken.entries()) await host.call('PUT', `${path}/BAD-${String(index)}`, trip(`BAD-${String(index)}`, more));
  await host.call('PUT', `${path}/${encodeURIComponent(planted.plate)}`, trip(planted.plate));
  const lines = [JSON.stringify(trip('LINE-1')), JSON.stringify(trip('LINE-2')).slice(0, -9)].join('\n');
  const table = [columns.join(','), row('CSV-1'), row('CSV-2').slice(0, -3), `"${planted.plate}`].join('\n');
  for (const [body, type] of [[JSON.stringify([trip('JSON-1'), trip('JSON-2', { passengers: 999 })]), 'application/json'], [lines, 'application/x-ndjson'], [table, 'text/csv']] as const) {
    await host.send('POST', path, Buffer.from(body), type);
    await host.call('POST', `${path}?validate=only`, body, { 'content-type': type });
  }
  await host.call('PUT', `/v1/businesses/${planted.number}`, { kind: 'pawnshop', unit: 'W25357@2025', readers: 1 });
  await host.call('PUT', '/v1/businesses/cam-do-kin', { kind: 'pawnshop', unit: planted.name, readers: planted.number, validFrom: planted.birthDay, [planted.name]: planted.phone });
  await host.call('PUT', `/v1/facilities/${coach}/inspections/KT-1`, { on: '2026-01-11', by: planted.name, guestsFound: 3, unreported: 1 });
  await host.call('PUT', '/v1/outages/SC-1', { scope: 'facility', target: planted.name, from: planted.note, cause: planted.plate });
  for (const ref of ['PRIV-1', 'JSON-1']) await (await host.call('GET', `${path}/${ref}`)).arrayBuffer();
};
