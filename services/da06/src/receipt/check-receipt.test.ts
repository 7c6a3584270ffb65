import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { itemsDigest } from '@da06/registration';
import { checkReceipt } from './check-receipt.ts';

const items = [
  { index: 0, ref: 'A-1', status: 'accepted', eventId: '0190a', hash: 'ab' },
  { index: 1, ref: '', status: 'rejected', eventId: null, hash: 'cd' },
];
const counts = { received: 2, accepted: 1, rejected: 1 };
let jwks: JSONWebKeySet;
let receipt = '';

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'EdDSA' }] };
  const payload = { iat: 1_795_000_000, facility: 'ks-1', counts, items: itemsDigest(items) };
  receipt = await new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader({ alg: 'EdDSA', kid: 'k1', typ: 'da06-receipt' }).sign(privateKey);
});

describe('checkReceipt', () => {
  it('finds the answer it was signed for good', async () => {
    expect(await checkReceipt({ ...counts, receipt, items }, jwks)).toMatchObject({ valid: true, kid: 'k1', facility: 'ks-1', items: 2 });
  });

  it('takes the answer to one PUT too', async () => {
    expect(await checkReceipt({ ...items[0], receipt }, jwks)).toMatchObject({ reason: 'items-changed' });
  });

  it('finds a changed item', async () => {
    expect(await checkReceipt({ ...counts, receipt, items: [{ ...items[0], status: 'duplicate' }, items[1]] }, jwks)).toEqual({ valid: false, reason: 'items-changed' });
  });

  it('finds changed counts', async () => {
    expect(await checkReceipt({ ...counts, accepted: 2, receipt, items }, jwks)).toEqual({ valid: false, reason: 'counts-changed' });
  });

  it('finds a signature by another key, and one by nobody known', async () => {
    const other = await generateKeyPair('EdDSA');
    const stranger = { ...(await exportJWK(other.publicKey)), alg: 'EdDSA' };
    expect(await checkReceipt({ ...counts, receipt, items }, { keys: [{ ...stranger, kid: 'k1' }] })).toEqual({ valid: false, reason: 'signature' });
    expect(await checkReceipt({ ...counts, receipt, items }, { keys: [{ ...stranger, kid: 'k2' }] })).toEqual({ valid: false, reason: 'key-unknown' });
  });

  it('calls a file that is no answer unreadable', async () => {
    expect(await checkReceipt({ a: 1 }, jwks)).toEqual({ valid: false, reason: 'unreadable' });
  });
});
