import { describe, expect, it } from 'vitest';
import { parseBearer } from './bearer.ts';

describe('parseBearer', () => {
  it.each([
    ['Bearer abc_DEF-123', 'abc_DEF-123'],
    ['bearer   abc', 'abc'],
    ['Basic abc', undefined],
    ['Bearer', undefined],
    ['Bearer a b', undefined],
    [undefined, undefined],
  ])('reads %j as %j', (header, key) => {
    expect(parseBearer(header)).toBe(key);
  });
});
