import { getHeapStatistics } from 'node:v8';
import { expect, it } from 'vitest';
import { collectGarbage } from './collect-garbage.ts';

const heap = (): number => getHeapStatistics().total_heap_size;
/** How large the heap is with a million objects more, which nobody holds when it returns. */
const grownBy = (objects: number): number => {
  const held = Array.from({ length: objects }, (_, index) => ({ index }));
  return held.length === objects ? heap() : 0;
};

it('gives back the memory of what nobody holds any more', () => {
  collectGarbage();
  const before = heap();
  const grown = grownBy(1_000_000);
  collectGarbage();
  expect(grown - before).toBeGreaterThan(20_000_000);
  expect(heap() - before).toBeLessThan((grown - before) / 2);
});
