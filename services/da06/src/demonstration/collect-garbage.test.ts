import { getHeapStatistics } from 'node:v8';
import { expect, it } from 'vitest';
import { collectGarbage } from './collect-garbage.ts';

it('gives back the memory of what nobody holds any more', () => {
  collectGarbage();
  const before = getHeapStatistics().total_heap_size;
  let held: object[] | undefined = Array.from({ length: 1_000_000 }, (_, index) => ({ index }));
  const grown = getHeapStatistics().total_heap_size;
  expect(held.length).toBe(1_000_000);
  held = undefined;
  collectGarbage();
  expect(grown - before).toBeGreaterThan(20_000_000);
  expect(getHeapStatistics().total_heap_size - before).toBeLessThan((grown - before) / 2);
});
