/** The partition of a key: FNV-1a over its UTF-16 code units, modulo the number of partitions. Fixed for ever: changing it would reorder keys. */
export const partitionOf = (key: string, partitions: number): number => {
  if (partitions === 1) return 0;
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash ^= key.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % partitions;
};
