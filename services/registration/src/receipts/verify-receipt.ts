import { compactVerify, createLocalJWKSet, errors, type JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { itemsDigest } from './items-digest.ts';

const Item = z.looseObject({ index: z.int().default(0), ref: z.string().nullish(), status: z.string(), eventId: z.string().nullish(), hash: z.string().nullish() });
const Answer = z.looseObject({ receipt: z.string(), items: z.array(Item).optional() });
const Payload = z.looseObject({ iat: z.number(), /** '' of a register. */ facility: z.string(), register: z.string().optional(), counts: z.record(z.string(), z.number()), items: z.string() });

export type ReceiptVerdict =
  | { readonly valid: true; readonly kid: string; readonly payload: z.infer<typeof Payload> }
  | { readonly valid: false; readonly reason: 'unreadable' | 'signature' | 'key-unknown' | 'items-changed' | 'counts-changed' };

/** Whether an answer (of a batch, or of one PUT) is the one its receipt was signed for, by a key of the set. */
export const verifyReceipt = async (answer: unknown, jwks: JSONWebKeySet): Promise<ReceiptVerdict> => {
  const parsed = Answer.safeParse(answer);
  const items = parsed.success ? z.array(Item).safeParse(parsed.data.items ?? [answer]) : undefined;
  if (!parsed.success || items?.success !== true) return { valid: false, reason: 'unreadable' };
  try {
    const verified = await compactVerify(parsed.data.receipt, createLocalJWKSet(jwks), { algorithms: ['EdDSA', 'Ed25519'] });
    if (verified.protectedHeader.typ !== 'da06-receipt') return { valid: false, reason: 'signature' };
    const payload = Payload.parse(JSON.parse(Buffer.from(verified.payload).toString('utf8')));
    if (payload.items !== itemsDigest(items.data.map(({ index, ref, status, eventId, hash }) => ({ index, ref: ref ?? '', status, eventId: eventId ?? null, hash: hash ?? '' })))) return { valid: false, reason: 'items-changed' };
    if (Object.entries(payload.counts).some(([name, count]) => typeof parsed.data[name] === 'number' && parsed.data[name] !== count)) return { valid: false, reason: 'counts-changed' };
    return { valid: true, kid: verified.protectedHeader.kid ?? '', payload };
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return { valid: false, reason: 'key-unknown' };
    return { valid: false, reason: error instanceof errors.JWSSignatureVerificationFailed ? 'signature' : 'unreadable' };
  }
};
