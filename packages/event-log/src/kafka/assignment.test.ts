import { describe, expect, it } from 'vitest';
import { decodeShare, encodeMember, encodeShare, shareOut } from './assignment.ts';

const member = (memberId: string, exclusive = false) => ({ memberId, memberMetadata: encodeMember(['a', 'b'], exclusive) });
const partitions = [...Array.from({ length: 12 }, (_, partition) => ({ topic: 'a', partition })), { topic: 'b', partition: 0 }];

describe('sharing out the partitions of a group', () => {
  it('gives every partition to exactly one member, evenly', () => {
    for (const count of [1, 2, 5, 13, 20]) {
      const shares = shareOut(Array.from({ length: count }, (_, index) => member(`m${index}`)), partitions);
      expect(shares.flatMap((share) => share.partitions)).toHaveLength(13);
      expect(new Set(shares.flatMap((share) => share.partitions)).size).toBe(13);
      const sizes = shares.map((share) => share.partitions.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  });

  it('comes to the same in whatever order the members are named', () => {
    const members = [member('c'), member('a'), member('b')];
    expect(shareOut(members, partitions)).toEqual(shareOut(members.toReversed(), partitions));
  });

  it('gives everything to the one that wants it alone, the first of several', () => {
    const sizes = shareOut([member('a'), member('c', true), member('b', true)], partitions).map((share) => [share.memberId, share.partitions.length]);
    expect(sizes).toEqual([['a', 0], ['b', 13], ['c', 0]]);
  });

  it('reads back what it wrote', () => {
    expect(decodeShare(encodeShare(partitions))).toEqual(partitions);
    expect(decodeShare(encodeShare([]))).toEqual([]);
    expect(decodeShare(Buffer.alloc(0))).toEqual([]);
  });
});
