import type { QrShared, RawItem } from '../types.ts';
import { decodeBody } from './bytes.ts';
import { checkCount } from './read-json.ts';

/**
 * Texts of identity cards' QR codes, one a line, as a scanner types them; after a tab may stand the room. What holds for all of them
 * comes with the request. Blank lines are no records.
 * @throws AppError `request.unreadable`, `batch.empty`, `batch.too-many-items`.
 */
export const readQrLines = (bytes: Uint8Array, shared: QrShared): RawItem[] => {
  const items: RawItem[] = [];
  decodeBody(bytes).split(/\r\n|\n|\r/).forEach((line, index) => {
    if (line.trim() === '') return;
    const tab = line.indexOf('\t');
    const qr = tab === -1 ? line : line.slice(0, tab);
    const room = tab === -1 ? '' : line.slice(tab + 1).trim();
    items.push({ index: items.length, at: { line: index + 1 }, value: { qr, ...shared, ...(room === '' ? {} : { room }), captured: 'qr' } });
  });
  checkCount(items.length);
  return items;
};
