/**
 * How records lie in LMDB: one entry, a segment, holds the neighbouring records of one partition that were kept in one transaction.
 * Its key is topic (2 bytes), partition (2), offset of its last record (8), so that the first entry at or after an offset holds it.
 * Its value: number of records (4), then for each the length of its key (2), of its value (4), key (UTF-8), value.
 * A record that was removed leaves its place, without key and value, so that every offset stays what it is.
 */
export type SegmentRecord = { readonly key: string; readonly value: Uint8Array };

/** What stands in the place of a record that was removed; no record has an empty key. */
export const removedRecord: SegmentRecord = { key: '', value: new Uint8Array() };

export const isRemoved = ({ key }: SegmentRecord): boolean => key === '';

/** Segments are cut at this size: large enough to read fast, small enough to read one record. */
export const segmentBytes = 256 * 1024;

const header = 4;
const recordHeader = 6;

/** What a record takes in a segment, in bytes. */
export const packedLength = ({ key, value }: SegmentRecord): number => recordHeader + Buffer.byteLength(key) + value.byteLength;

export const packSegment = (records: readonly SegmentRecord[], length: number): Buffer => {
  const packed = Buffer.allocUnsafe(header + length);
  let at = packed.writeUInt32BE(records.length, 0);
  for (const { key, value } of records) {
    const keyLength = packed.write(key, at + recordHeader);
    packed.writeUInt16BE(keyLength, at);
    packed.writeUInt32BE(value.byteLength, at + 2);
    packed.set(value, at + recordHeader + keyLength);
    at += recordHeader + keyLength + value.byteLength;
  }
  return packed;
};

export const countOf = (segment: Buffer): number => segment.readUInt32BE(0);

/** The records of a segment from the n-th on, also those removed; values are views of the segment. */
export function* unpackSegment(segment: Buffer, skip: number): Generator<SegmentRecord> {
  let at = header;
  for (let index = 0, count = countOf(segment); index < count; index += 1) {
    const keyStart = at + recordHeader;
    const valueStart = keyStart + segment.readUInt16BE(at);
    at = valueStart + segment.readUInt32BE(at + 2);
    if (index >= skip) yield { key: segment.toString('utf8', keyStart, valueStart), value: segment.subarray(valueStart, at) };
  }
}

export const segmentKey = (topicId: number, partition: number, offset: bigint): Buffer => {
  const key = Buffer.allocUnsafe(12);
  key.writeUInt16BE(topicId, 0);
  key.writeUInt16BE(partition, 2);
  key.writeBigUInt64BE(offset, 4);
  return key;
};

/** The offset of a segment's last record, from its key. */
export const lastOffsetOf = (key: Uint8Array): bigint => Buffer.from(key.buffer, key.byteOffset, key.byteLength).readBigUInt64BE(4);

export const highestOffset = 0xffff_ffff_ffff_ffffn;
