import { randomBytes } from 'node:crypto';
import { version } from 'uuid';
import { expect, it } from 'vitest';
import { createIds } from './ids.ts';

it('makes ids of version 7 that differ, and sort by time', () => {
  let now = Date.parse('2026-11-20T09:00:00Z');
  const next = createIds({ now: () => now, random: randomBytes });
  const ids = Array.from({ length: 5_000 }, () => next());
  expect(new Set(ids).size).toBe(5_000);
  expect(ids.every((id) => version(id) === 7)).toBe(true);
  expect(Number.parseInt(ids[0]?.replaceAll('-', '').slice(0, 12) ?? '', 16)).toBe(now);
  now += 1;
  expect(ids.every((id) => id < next())).toBe(true);
});
