import { describe, expect, it } from 'vitest';
import { eraseIdentities } from '../testing/erase.ts';
import { startRegistration, type Started } from '../testing/started.ts';
import { hotel, stayOf } from '../testing/stays.ts';

const facility = '/v1/facilities/ks-thu-01';
type Guest = { readonly ref: string; readonly status: string; readonly identity: string; readonly departure: string | null; readonly guest: Record<string, unknown> };

const house = async (): Promise<Started & { readonly guests: (on?: string) => Promise<Guest[]>; readonly put: (ref: string, changes?: Record<string, unknown>) => Promise<unknown> }> => {
  const started = await startRegistration();
  await started.call('POST', '/v1/facilities', hotel);
  return {
    ...started,
    guests: async (on) => (await started.call('GET', `${facility}/guests${on === undefined ? '' : `?on=${on}`}`)).body['guests'] as Guest[],
    put: (ref, changes) => started.call('PUT', `${facility}/stays/${ref}`, stayOf(ref, changes)),
  };
};
const refs = (guests: readonly Guest[]): string[] => guests.map(({ ref }) => ref).sort();

describe('the guests of a day', () => {
  it('are those who came on it or before and have not gone before it', async () => {
    const { call, guests, put } = await house();
    await put('today');
    await put('left-today', { arrival: '2026-11-18T14:00:00+07:00', departure: '2026-11-20T11:00:00+07:00' });
    await put('left-before', { arrival: '2026-11-18T14:00:00+07:00', departure: '2026-11-19T23:59:00+07:00' });
    await put('long', { arrival: '2026-10-20T14:00:00+07:00', expectedDeparture: null });
    await put('too-long', { arrival: '2026-10-19T14:00:00+07:00', expectedDeparture: null });
    await put('cancelled');
    await call('POST', `${facility}/stays/cancelled/cancel`, { reason: 'x' });
    expect(refs(await guests())).toEqual(['left-today', 'long', 'today']);
    expect(refs(await guests('2026-11-19'))).toEqual(['left-before', 'left-today', 'long', 'too-long']);
    expect(await guests('2026-09-01')).toEqual([]);
    expect((await call('GET', `${facility}/guests?on=2026-02-30`)).status).toBe(400);
  });

  it('are shown with who they are and what of the stay is known', async () => {
    const { guests, put } = await house();
    await put('A-1');
    expect(await guests()).toEqual([
      {
        ref: 'A-1', registrationNumber: expect.stringMatching(/^LT/) as string, status: 'open', late: false, identity: 'shown', arrival: '2026-11-20T07:00:00.000Z', arrivalTimeKnown: true,
        expectedDeparture: '2026-11-22T05:00:00.000Z', departure: null, room: '101',
        guest: { fullName: 'Trần Thị Mẫu', birthDate: '1990-05-15', sex: 'F', nationality: 'VNM', document: { kind: 'cccd', number: expect.stringMatching(/^070190/) as string } },
      },
    ]);
  });

  it('show a check-out and its undoing', async () => {
    const { call, guests, put } = await house();
    await put('A-1');
    await call('POST', `${facility}/stays/A-1/check-out`, { departure: '2026-11-20T16:00:00+07:00' });
    expect(await guests()).toMatchObject([{ status: 'closed', departure: '2026-11-20T09:00:00.000Z' }]);
    await call('PATCH', `${facility}/stays/A-1`, { departure: null, correctionReason: 'Trả phòng nhầm' });
    expect(await guests()).toMatchObject([{ status: 'open', departure: null }]);
  });

  it('are recorded as read before they are shown, one event a person', async () => {
    const { guests, put, events } = await house();
    await put('A-1');
    await put('B-1');
    await put('A-2', { ...stayOf('A-1'), ref: 'A-2', arrival: '2026-11-19T14:00:00+07:00', departure: '2026-11-20T09:00:00+07:00' });
    await guests();
    const read = await events('vn.da06.identity.read.v1');
    expect(read).toMatchObject([{ actor: 'admin:admin', subject: 'ks-thu-01', data: { purpose: 'guest-list', facility: 'ks-thu-01' } }, { data: { purpose: 'guest-list' } }]);
    expect(new Set(read.map(({ data }) => data['personKey'])).size).toBe(2);
    await guests('2026-09-01');
    expect(await events('vn.da06.identity.read.v1')).toHaveLength(2);
  });

  it('say of a stay that its identity was erased, and show nothing of it', async () => {
    const { guests, put, log } = await house();
    await put('A-1');
    await eraseIdentities({ log });
    await put('B-1');
    expect(await guests()).toMatchObject([{ ref: 'A-1', identity: 'erased', room: null, guest: { fullName: null, birthDate: null, sex: 'F', document: { kind: 'cccd', number: null } } }, { ref: 'B-1', identity: 'shown' }]);
  });

  it('are for the facility itself, the administrator and the standing agency', async () => {
    const { call, events } = await house();
    await call('POST', '/v1/facilities', { ...hotel, id: 'ks-thu-02' });
    const statusOf = async (role: string, facilities: string[] = []): Promise<number> => {
      const key = String((await call('POST', '/v1/keys', { name: role, role, facilities })).body['key']);
      return (await call('GET', `${facility}/guests`, undefined, { key })).status;
    };
    expect([await statusOf('feed', ['ks-thu-01']), await statusOf('standing'), await statusOf('feed', ['ks-thu-02'])]).toEqual([200, 200, 403]);
    for (const role of ['officer', 'commune', 'analyst', 'wall']) expect(await statusOf(role), role).toBe(403);
    expect((await call('GET', '/v1/facilities/none/guests')).status).toBe(404);
    expect(await events('vn.da06.identity.read.v1')).toEqual([]);
  });
});
