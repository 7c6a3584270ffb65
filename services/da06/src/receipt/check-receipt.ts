import { verifyReceipt } from '@da06/registration';
import type { ReceiptVerdict } from '@da06/registration';
import type { JSONWebKeySet } from 'jose';

export type ReceiptCheck =
  | { readonly valid: true; readonly kid: string; readonly issuedAt: string; /** '' of a register. */ readonly facility: string; readonly register?: string; readonly items: number; readonly counts: Record<string, number> }
  | Extract<ReceiptVerdict, { valid: false }>;

/** What `da06 receipt verify` prints of an answer: whether it is the one its receipt was signed for, and what the receipt says. */
export const checkReceipt = async (answer: unknown, jwks: JSONWebKeySet): Promise<ReceiptCheck> => {
  const verdict = await verifyReceipt(answer, jwks);
  if (!verdict.valid) return verdict;
  const { iat, facility, register, counts } = verdict.payload;
  return { valid: true, kid: verdict.kid, issuedAt: new Date(iat * 1000).toISOString(), facility, ...(register !== undefined && { register }), items: counts['received'] ?? 0, counts };
};
