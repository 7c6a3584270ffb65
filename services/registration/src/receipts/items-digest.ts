import { createHash } from 'node:crypto';

export type DigestItem = { readonly index: number; readonly ref: string; readonly status: string; readonly eventId: string | null; readonly hash: string };

/** SHA-256 (hex) over a line `index TAB ref TAB status TAB eventId TAB hash LF` an item (contracts.md, Answers). */
export const itemsDigest = (items: readonly DigestItem[]): string => {
  let text = '';
  for (const { index, ref, status, eventId, hash } of items) text += `${index}\t${ref}\t${status}\t${eventId ?? ''}\t${hash}\n`;
  return createHash('sha256').update(text).digest('hex');
};
