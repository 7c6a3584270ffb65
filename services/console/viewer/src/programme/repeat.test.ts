import { describe, expect, it } from 'vitest';
import { createRepeats } from './repeat.ts';

const counting = () => {
  let made = 0;
  return createRepeats(() => `key-${String(made += 1)}`);
};

describe('the key of a request', () => {
  it('is the same when the request is sent again unchanged', () => {
    const { keyFor } = counting();
    expect([keyFor({ note: 'a' }), keyFor({ note: 'a' })]).toEqual(['key-1', 'key-1']);
  });
  it('is another for another request', () => {
    const { keyFor } = counting();
    expect([keyFor({ note: 'a' }), keyFor({ note: 'b' }), keyFor({ note: 'a' })]).toEqual(['key-1', 'key-2', 'key-3']);
  });
  it('is another for the same words after they were answered', () => {
    const { keyFor, taken } = counting();
    const first = keyFor('x');
    taken();
    expect(keyFor('x')).not.toBe(first);
  });
  it('can stand in a header', () => expect(createRepeats().keyFor('x')).toMatch(/^[0-9a-f]{24}$/));
});
