import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partitionOf } from './partition-of.ts';

it('never changes where a key belongs', () => {
  expect(['ks-tan-khai-01/FD-2026-001873', 'ks-tan-khai-01/FD-2026-001874', 'nhà nghỉ/1', ''].map((key) => partitionOf(key, 4))).toEqual([1, 0, 3, 1]);
});

it('stays below the number of partitions', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 64 }), (key, partitions) => partitionOf(key, partitions) < partitions));
});

it('spreads keys evenly', () => {
  const counts = [0, 0, 0, 0];
  for (let ref = 0; ref < 4000; ref += 1) counts[partitionOf(`ks-${ref % 60}/FD-${ref}`, 4)]! += 1;
  for (const count of counts) expect(count).toBeGreaterThan(850);
});
