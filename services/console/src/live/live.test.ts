import { createLogger } from '@da06/service-kit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLive, type Live } from './live.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
let newest: number | undefined;
let looks: number;
let lag: number;
let live: Live;

const make = (answer: () => Promise<number | undefined> = () => Promise.resolve(newest)): Live =>
  createLive({ newest: () => { looks += 1; return answer(); }, lag: () => Promise.resolve(lag), now: Date.now, logger, lookMs: 400, beatMs: 15_000 });

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  newest = 500;
  lag = 7;
  looks = 0;
  live = make();
});
afterEach(() => {
  live.stop();
  vi.useRealTimers();
});

/** What a page has heard so far. */
const listening = async (): Promise<{ readonly heard: unknown[]; readonly ended: () => boolean; readonly leave: () => Promise<void> }> => {
  const reader = (await live.listen()).getReader();
  const heard: unknown[] = [];
  let ended = false;
  const read = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      heard.push(...new TextDecoder().decode(value).split('\n').filter((line) => line !== '').map((line): unknown => JSON.parse(line)));
    }
    ended = true;
  };
  void read();
  await vi.advanceTimersByTimeAsync(0);
  return { heard, ended: () => ended, leave: () => reader.cancel() };
};

describe('word of newer events', () => {
  it('comes at once, and again whenever the newest receipt has changed', async () => {
    const { heard } = await listening();
    expect(heard).toEqual([{ asOf: 500, lag: 7, at: 1_000_000 }]);
    newest = 600;
    await vi.advanceTimersByTimeAsync(400);
    expect(heard.slice(1)).toEqual([{ asOf: 600, lag: 7, at: 1_000_400 }]);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(heard).toHaveLength(2);
  });

  it('comes once more when nothing is left to be made anew: figures are later than their receipt', async () => {
    const { heard } = await listening();
    lag = 0;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(heard.slice(1)).toEqual([{ asOf: 500, lag: 0, at: 1_000_400 }]);
  });

  it('is said again every fifteen seconds while nothing changes, and says so when nothing is there', async () => {
    newest = undefined;
    const { heard } = await listening();
    await vi.advanceTimersByTimeAsync(31_000);
    expect(heard).toEqual([expect.objectContaining({ asOf: null }), expect.objectContaining({ asOf: null }), expect.objectContaining({ asOf: null })]);
  });

  it('costs one look at a time, however many listen, and none while nobody does', async () => {
    const pages = await Promise.all([listening(), listening(), listening()]);
    const before = looks;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(looks - before).toBe(10);
    await Promise.all(pages.map(({ leave }) => leave()));
    await vi.advanceTimersByTimeAsync(400);
    const left = looks;
    await vi.advanceTimersByTimeAsync(60_000);
    expect([looks - left, live.listeners()]).toEqual([0, 0]);
    newest = 900;
    expect((await listening()).heard).toEqual([expect.objectContaining({ asOf: 900 })]);
  });

  it('reaches those who listen already when somebody new finds the change', async () => {
    const first = await listening();
    newest = 600;
    await listening();
    expect(first.heard.at(-1)).toMatchObject({ asOf: 600 });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(first.heard).toHaveLength(2);
  });

  it('goes on after the tables did not answer', async () => {
    let down = false;
    live = make(() => (down ? Promise.reject(new Error('down')) : Promise.resolve(newest)));
    const { heard } = await listening();
    down = true;
    newest = 600;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(heard).toHaveLength(1);
    down = false;
    await vi.advanceTimersByTimeAsync(400);
    expect(heard.at(-1)).toMatchObject({ asOf: 600 });
  });

  it('ends for everybody when all stops, also for who comes later', async () => {
    const { ended } = await listening();
    live.stop();
    await vi.advanceTimersByTimeAsync(0);
    expect([ended(), live.listeners()]).toEqual([true, 0]);
    expect((await listening()).ended()).toBe(true);
  });
});
