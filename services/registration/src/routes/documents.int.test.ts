import { describe, expect, it } from 'vitest';
import { startRegistration } from '../testing/started.ts';
import { hotel } from '../testing/stays.ts';

const qr = '070190000123|285000111|Trần Thị Mẫu|15051990|Nữ|Số 1, đường Mẫu, Đồng Nai|01012022';
const mrz = 'P<D<<MARTIN<<EXAMPLE<<<<<<<<<<<<<<<<<<<<<<<<\nC01X00T478D<<8402116M3112319<<<<<<<<<<<<<<<2';

describe('reading a document', () => {
  it('gives the guest of a QR code or a machine-readable zone, and records nothing', async () => {
    const { call, events } = await startRegistration();
    const card = await call('POST', '/v1/documents/read', { qr: `${qr}\r\n` });
    expect([card.status, card.headers.get('cache-control'), card.body]).toEqual([200, 'no-store', {
      captured: 'qr', faults: [],
      guest: {
        fullName: 'Trần Thị Mẫu', birthDate: '1990-05-15', sex: 'F', nationality: 'VNM', document: { kind: 'cccd', number: '070190000123', formerNumber: '285000111', issuingState: 'VNM' },
        residence: { status: 'permanent', province: '713', address: 'Số 1, đường Mẫu, Đồng Nai' },
      },
    }]);
    expect((await call('POST', '/v1/documents/read', { mrz })).body).toEqual({
      captured: 'mrz', faults: [], guest: { fullName: 'MARTIN EXAMPLE', birthDate: '1984-02-11', sex: 'M', nationality: 'DEU', document: { kind: 'passport', number: 'C01X00T47', issuingState: 'DEU' } },
    });
    expect(await events()).toEqual([]);
  });

  it('gives a guest that can be registered as it stands', async () => {
    const { call } = await startRegistration();
    await call('POST', '/v1/facilities', hotel);
    for (const text of [{ qr }, { mrz }]) {
      const { guest, captured } = (await call('POST', '/v1/documents/read', text)).body;
      const stay = { guest, captured, arrival: '2026-11-20T14:00:00+07:00', room: '101', reason: 'tourism' };
      const { status, body } = await call('PUT', `/v1/facilities/ks-thu-01/stays/${String(captured)}`, stay);
      expect([status, body['faults']]).toEqual([201, []]);
    }
  });

  it('refuses what is neither, with the code', async () => {
    const { call } = await startRegistration();
    const codeOf = async (body: unknown): Promise<unknown[]> => {
      const answer = await call('POST', '/v1/documents/read', body);
      return [answer.status, answer.body['code'], answer.body['pointer']];
    };
    expect(await codeOf({ qr: 'xin chào' })).toEqual([422, 'qr.format', '/qr']);
    expect(await codeOf({ qr: '' })).toEqual([422, 'qr.format', '/qr']);
    expect(await codeOf({ mrz: 'xin chào' })).toEqual([422, 'mrz.format', '/mrz']);
    expect(await codeOf({})).toEqual([422, 'field.required', '/qr']);
    expect(await codeOf({ qr: 5 })).toEqual([422, 'field.type', '/qr']);
    expect(await codeOf({ qr: 'x', mrz: 'x' })).toEqual([422, 'field.not-allowed-value', '/mrz']);
    expect((await codeOf('{'))[0]).toBe(400);
  });

  it('is for those who register', async () => {
    const { call } = await startRegistration();
    for (const role of ['officer', 'commune', 'standing', 'analyst', 'wall']) {
      const key = String((await call('POST', '/v1/keys', { name: role, role })).body['key']);
      expect((await call('POST', '/v1/documents/read', { qr }, { key })).status, role).toBe(403);
    }
    expect((await call('POST', '/v1/documents/read', { qr }, { key: null })).status).toBe(401);
  });
});
