import { describe, expect, it } from 'vitest';
import { jsonStream } from './json-stream.ts';

describe('a long answer', () => {
  it.each([0, 1, 499, 500, 501, 1_000, 1_203])('is the same JSON in pieces: %d items', async (count) => {
    const members = { received: count, receipt: 'x"y' };
    const items = Array.from({ length: count }, (_, index) => ({ index, vi: 'Thiếu thông tin' }));
    expect(await new Response(jsonStream(members, 'items', items)).text()).toBe(JSON.stringify({ ...members, items }));
  });
});
