import { describe, expect, it } from 'vitest';
import { givenFor } from './decider.ts';

class AppError extends Error {
  override readonly name = 'AppError';
  readonly code = 'counter.full';
}

/** Counts to two. */
const given = givenFor({
  decide: (command: 'add' | 'break', state: number) => {
    if (command === 'break') throw new TypeError('broken');
    if (state === 2) throw new AppError();
    return ['added'];
  },
  evolve: (state: number, _event: string) => state + 1,
  initial: 0,
});

describe('given, when, then', () => {
  it('compares the events whole', () => {
    given(['added']).when('add').then(['added']);
    expect(() => given([]).when('add').then([])).toThrow('deep');
  });
  it('looks at the state after the events', () => {
    given(['added']).when('add').thenState((state) => state, 2);
    expect(() => given([]).when('add').thenState((state) => state, 2)).toThrow('deep');
  });
  it('asks for the code of a refusal', () => {
    given(['added', 'added']).when('add').thenRefused('counter.full');
    expect(() => given(['added', 'added']).when('add').thenRefused('counter.empty')).toThrow('counter.full');
  });
  it('fails where nothing was refused', () => expect(() => given([]).when('add').thenRefused('counter.full')).toThrow('Nothing was refused: ["added"]'));
  it('takes no other error for a refusal', () => expect(() => given([]).when('break').thenRefused('counter.full')).toThrow(TypeError));
});
