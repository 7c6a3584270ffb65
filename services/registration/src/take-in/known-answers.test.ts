import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sampleDeparture, sampleForeign, sampleQr, sampleShared, sampleStay, sampleVietnamese } from './samples.ts';
import { identityOf, prepareOne } from './take-in.fixture.ts';
import type { PreparedItem, TakeInBody } from './types.ts';

/** Everything that is kept of a record but what is random, as a digest. */
const kept = (item: PreparedItem): string => {
  const { hash, ref, draft } = item;
  const text = JSON.stringify([hash, ref, { ...draft, dataJson: draft === undefined ? '' : String(draft.dataJson).replace(/"keyId":"[^"]*","blob":"[^"]*"/, '') }, draft === undefined ? null : identityOf(item)]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
};

const guest = sampleStay(7)['guest'] as Record<string, unknown>;
const samples: readonly (readonly [name: string, format: TakeInBody['format'], value: unknown, answer: string])[] = [
  ['a stay', 'json', sampleStay(7), 'e065c014d29faafc'],
  ['a stay with little in it', 'json', { ref: 'A', guest: { fullName: 'Mẫu "B" \\ C', birthDate: '1979', sex: 'X', nationality: 'KOR', document: { kind: 'passport', number: 'm1234' } }, arrival: '2026-11-20', room: 'Phòng 1', reason: 'other', reasonText: 'đi chơi\u2028' }, '7a5c8138a7f1b97a'],
  ['a stay with everything', 'json', { ...sampleStay(8), revision: 3, departure: '2026-11-20T18:00', permittedUntil: '2026-12-31', notifiedAt: '2026-11-20T14:30:00Z', note: 'ghi chú', guest: { ...guest, document: { kind: 'cccd', number: '070190104730', formerNumber: '285123456' } } }, 'f8a4d25792e2dae7'],
  ['a stay by QR', 'json', { qr: sampleQr(3), ...sampleShared }, '60115d526b510430'],
  ['API 4', 'kbtt-foreign', sampleForeign(5), 'a34681f27372fa75'],
  ['API 5', 'kbtt-vietnamese', sampleVietnamese(5), '8fba56a80b63fa7d'],
  ['API 12', 'kbtt-departure', sampleDeparture(5), 'dbabf383db9dd8d8'],
  ['a correction', 'patch', { guest: { phone: null, fullName: 'Lê Mẫu' }, room: '305', expectedDeparture: '2026-11-24' }, '82cf2b8720607517'],
];

it.each(samples)('what is kept of %s is what was always kept of it', async (_, format, value, answer) => {
  expect(kept(await prepareOne(format, value))).toBe(answer);
});
