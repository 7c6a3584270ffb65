import type { Unit } from './port.ts';

/** Below LMDB's limit (1,978 bytes) with room for the topic. The same for every log, so that what one takes the other takes. */
const longestKey = 1024;

/** The unit's size in bytes. Keys are checked here, before anything is queued, so that a bad unit fails alone. */
export const sizeOf = ({ append, puts = [] }: Unit): number => {
  let bytes = 0;
  for (const { key, value } of [...append, ...puts]) {
    const length = Buffer.byteLength(key);
    if (length === 0 || length > longestKey) throw new RangeError(`A key has 1 to ${longestKey} bytes, not ${length}.`);
    bytes += length + (value?.byteLength ?? 0);
  }
  return bytes;
};
