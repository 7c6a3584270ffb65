import { calculateJwkThumbprint, type JSONWebKeySet, type JWK } from 'jose';
import { createPrivateKey, generateKeyPairSync, sign, type JsonWebKey } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The keys receipts are signed with: one signs, all that ever did can be verified. */
export type ReceiptKeys = {
  /** `/.well-known/jwks.json`: public keys, old ones too. */
  readonly jwks: JSONWebKeySet;
  /** A compact JWS `{alg: EdDSA, kid, typ}` over a payload; `da06-receipt` unless it is another kind of statement. */
  readonly sign: (payload: object, typ?: string) => string;
};

const receiptType = 'da06-receipt';

const StoredKey = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), kid: z.string(), x: z.string(), d: z.string().optional() });

/**
 * Loads the keys of a folder, one JWK a file; the newest that has its private part signs. Makes the first one. To change the key: remove
 * `d` from the file, or leave both: a file made later signs.
 */
export const loadReceiptKeys = async (folder: string, now: () => number): Promise<ReceiptKeys> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stored = readdirSync(folder).filter((name) => name.endsWith('.jwk.json')).sort().map((name) => StoredKey.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  const active = stored.findLast(({ d }) => d !== undefined) ?? (await makeKey(folder, now()));
  const all = stored.includes(active) ? stored : [...stored, active];
  const privateKey = createPrivateKey({ key: active as JsonWebKey, format: 'jwk' });
  const headerOf = (typ: string): string => base64url(JSON.stringify({ alg: 'EdDSA', kid: active.kid, typ }));
  const receiptHeader = headerOf(receiptType);
  return {
    jwks: { keys: all.map(({ d: _, ...key }): JWK => ({ ...key, alg: 'EdDSA', use: 'sig' })) },
    // node:crypto signs on the spot; the asynchronous way costs more than the signature.
    sign: (payload, typ = receiptType) => {
      const signed = `${typ === receiptType ? receiptHeader : headerOf(typ)}.${base64url(JSON.stringify(payload))}`;
      return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
    },
  };
};

const makeKey = async (folder: string, now: number): Promise<z.infer<typeof StoredKey>> => {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK;
  const kid = (await calculateJwkThumbprint(jwk)).slice(0, 16);
  const key = StoredKey.parse({ ...jwk, kid });
  const day = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  writeFileSync(join(folder, `${day}-${kid}.jwk.json`), `${JSON.stringify(key)}\n`, { mode: 0o600, flag: 'wx' });
  return key;
};

const base64url = (text: string): string => Buffer.from(text).toString('base64url');
