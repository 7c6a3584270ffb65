import { createHash, hash as hashOnce } from 'node:crypto';

export type DigestItem = { readonly index: number; readonly ref: string; readonly status: string; readonly eventId: string | null; readonly hash: string };

/** Lines are digested by so many characters: one call a line would cost more than its digest, one text of all lines would lie in memory whole. */
const longestText = 64 * 1024;

/** SHA-256 (hex) over a line `index TAB ref TAB status TAB eventId TAB hash LF` an item (contracts.md, Answers). */
export const itemsDigest = (items: readonly DigestItem[]): string => {
  if (items.length === 1) return hashOnce('sha256', lineOf(items[0] as DigestItem), 'hex');
  const digest = createHash('sha256');
  let text = '';
  for (const item of items) {
    text += lineOf(item);
    if (text.length < longestText) continue;
    digest.update(text);
    text = '';
  }
  return digest.update(text).digest('hex');
};

const lineOf = ({ index, ref, status, eventId, hash }: DigestItem): string => `${index}\t${ref}\t${status}\t${eventId ?? ''}\t${hash}\n`;
