import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followLive, lineOf, lineSplitter, type LiveState } from './live.ts';

describe('live lines', () => {
  it('are put together from the pieces in which they come', () => {
    const split = lineSplitter();
    expect([split('{"a'), split('":1}\n\n{"b":2}\n{"c"'), split(':3}\n')]).toEqual([[], ['{"a":1}', '{"b":2}'], ['{"c":3}']]);
  });
  it('that say something else are passed over', () => {
    expect(lineOf('{"asOf":1,"lag":null,"at":2}')).toEqual({ asOf: 1, lag: null, at: 2 });
    expect(['<html>', '{"asOf":1}', '{"asOf":"1","lag":0,"at":2}', 'null'].map(lineOf)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('the stream of live lines', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is connected again when it breaks', async () => {
    const ending = new AbortController();
    const states: LiveState[] = [];
    const told: number[] = [];
    let calls = 0;
    const following = followLive({
      signal: ending.signal,
      send: () => {
        calls += 1;
        return Promise.resolve(new Response(`{"asOf":${calls},"lag":0,"at":9}\n`));
      },
      state: (state) => void states.push(state),
      told: ({ asOf }) => void told.push(asOf ?? 0),
    });
    await vi.advanceTimersByTimeAsync(100);
    expect([told, states]).toEqual([[1], ['open', 'lost']]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told).toEqual([1, 2]);
    ending.abort();
    await vi.advanceTimersByTimeAsync(20_000);
    await following;
    expect(calls).toBe(2);
  });
  it('is given up when it falls silent', async () => {
    const ending = new AbortController();
    let aborted = 0;
    void followLive({
      signal: ending.signal,
      send: (_path, { signal } = {}) => new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          aborted += 1;
          reject(new Error('aborted'));
        });
      }),
      state: () => undefined, told: () => undefined,
    });
    await vi.advanceTimersByTimeAsync(39_000);
    expect(aborted).toBe(0);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(aborted).toBe(1);
    ending.abort();
    await vi.advanceTimersByTimeAsync(20_000);
  });
});
