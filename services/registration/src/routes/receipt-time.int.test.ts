import { expect, it } from 'vitest';
import { adminKey, startRegistration } from '../testing/started.ts';
import { hotel, stayOf } from '../testing/stays.ts';

const past = Date.parse('2026-09-01T03:00:00.000Z');
const request = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Request =>
  new Request(`http://localhost${path}`, { method, headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json', ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }) });

it('a caller of the same process may say when a request was received, and every event of it then says so', async () => {
  const { registration, events } = await startRegistration();
  const sent = [
    request('POST', '/v1/facilities', hotel),
    request('PUT', '/v1/facilities/ks-thu-01/stays/A-1', stayOf('A-1', { arrival: '2026-09-01T08:00:00+07:00', expectedDeparture: null })),
    request('POST', '/v1/facilities/ks-thu-01/stays', [stayOf('A-2', { arrival: '2026-09-01T08:00:00+07:00', expectedDeparture: null })]),
    request('POST', '/v1/facilities/ks-thu-01/days/2026-08-31/nothing-to-report'),
    request('POST', '/v1/facilities/ks-thu-01/close', { on: '2026-12-31' }),
    request('POST', '/v1/keys', { name: 'x', role: 'feed', facilities: ['ks-thu-01'] }),
  ];
  for (const each of sent) expect((await registration.fetch(each, { receivedAt: past })).status).toBeLessThan(300);
  const recorded = await events();
  expect(recorded.length).toBeGreaterThanOrEqual(8);
  expect(new Set(recorded.map(({ recordedtime }) => recordedtime))).toEqual(new Set(['2026-09-01T03:00:00.000Z']));
  // What orders events stays by the clock of the wall: a played event never comes behind one that is there.
  expect(recorded.every(({ sequence }) => Number.parseInt(sequence.slice(0, 12), 16) >= Date.parse('2026-11-20T09:00:00.000Z'))).toBe(true);
});

it('nothing that a request carries over the network sets when it was received', async () => {
  const { registration, events } = await startRegistration();
  const names = ['receivedAt', 'received-at', 'x-received-at', 'recordedtime', 'x-da06-received-at', 'date'];
  const query = names.map((name) => `${name}=${String(past)}`).join('&');
  const headers = Object.fromEntries(names.map((name) => [name, name === 'date' ? new Date(past).toUTCString() : String(past)]));
  const extra = { receivedAt: past, recordedtime: new Date(past).toISOString(), env: { receivedAt: past } };
  await registration.fetch(request('POST', `/v1/facilities?${query}`, { ...hotel, ...extra }, headers));
  await registration.fetch(request('PUT', `/v1/facilities/ks-thu-01/stays/A-1?${query}`, stayOf('A-1', extra), headers));
  await registration.fetch(request('POST', `/v1/facilities/ks-thu-01/days/2026-11-19/nothing-to-report?${query}`, extra, headers));
  const recorded = await events();
  expect(recorded.map(({ type }) => type)).toHaveLength(4);
  expect(new Set(recorded.map(({ recordedtime }) => recordedtime))).toEqual(new Set(['2026-11-20T09:00:00.000Z']));
});
