import { createHash } from 'node:crypto';

export type DigestItem = { readonly index: number; readonly ref: string; readonly status: string; readonly eventId: string | null; readonly hash: string };

/** Lines are digested by so many characters: one call a line would cost more than its digest, one text of all lines would lie in memory whole. */
const longestText = 64 * 1024;

/** SHA-256 (hex) over a line `index TAB ref TAB status TAB eventId TAB hash LF` an item (contracts.md, Answers). */
export const itemsDigest = (items: readonly DigestItem[]): string => {
  const digest = createHash('sha256');
  let text = '';
  for (const { index, ref, status, eventId, hash } of items) {
    text += `${index}\t${ref}\t${status}\t${eventId ?? ''}\t${hash}\n`;
    if (text.length < longestText) continue;
    digest.update(text);
    text = '';
  }
  return digest.update(text).digest('hex');
};
