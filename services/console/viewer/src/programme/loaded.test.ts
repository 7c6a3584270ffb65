import { describe, expect, it } from 'vitest';
import { unreachable } from '../api/problem.ts';
import { createLoaded } from './loaded.ts';

describe('what is asked for again and again', () => {
  it('stays while nothing newer comes, also when asking fails', async () => {
    const loaded = createLoaded<number>(() => undefined);
    await loaded.load(() => Promise.resolve(1));
    await loaded.load(() => Promise.reject(unreachable()));
    expect([loaded.now(), loaded.problem()?.code]).toEqual([1, 'network']);
    await loaded.load(() => Promise.resolve(2));
    expect([loaded.now(), loaded.problem()]).toEqual([2, undefined]);
  });
  it('never takes the answer of an older question', async () => {
    const loaded = createLoaded<string>(() => undefined);
    let answer: (text: string) => void = () => undefined;
    const older = loaded.load((signal) => new Promise((resolve) => {
      answer = resolve;
      expect(signal.aborted).toBe(false);
    }));
    await loaded.load(() => Promise.resolve('newer'));
    answer('older');
    await older;
    expect(loaded.now()).toBe('newer');
  });
  it('is told of a fault of the program', async () => {
    const loaded = createLoaded<string>(() => undefined);
    await expect(loaded.load(() => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
  });
});
