import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRounds, type Lane } from './rounds.ts';

/** A lane whose rounds end when they are told to. */
const lane = (rest: number) => {
  let asked = 0;
  let end = (): void => undefined;
  let running: Promise<void> = Promise.resolve();
  const own: Lane = {
    rest,
    settled: () => running,
    ask: () => {
      asked += 1;
      running = new Promise((resolve) => {
        end = resolve;
      });
    },
  };
  return { own, asked: () => asked, end: async () => {
    end();
    running = Promise.resolve();
    await vi.advanceTimersByTimeAsync(0);
  } };
};

describe('rounds of questions', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('begin at once when nothing is being asked', async () => {
    const figures = lane(500);
    createRounds([figures.own]).tell();
    await vi.advanceTimersByTimeAsync(0);
    expect(figures.asked()).toBe(1);
  });
  it('hear once of all that was told during one, when it has ended and rested', async () => {
    const figures = lane(500);
    const rounds = createRounds([figures.own]);
    rounds.tell();
    await vi.advanceTimersByTimeAsync(0);
    rounds.tell();
    rounds.tell();
    await figures.end();
    expect(figures.asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(figures.asked()).toBe(2);
    await figures.end();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(figures.asked()).toBe(2);
  });
  it('of figures do not wait for slow pictures', async () => {
    const [figures, pictures] = [lane(0), lane(0)];
    const rounds = createRounds([figures.own, pictures.own]);
    rounds.tell();
    await vi.advanceTimersByTimeAsync(0);
    await figures.end();
    rounds.tell();
    await vi.advanceTimersByTimeAsync(0);
    expect([figures.asked(), pictures.asked()]).toEqual([2, 1]);
  });
  it('begin no more after the end', async () => {
    const figures = lane(500);
    const rounds = createRounds([figures.own]);
    rounds.tell();
    rounds.end();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(figures.asked()).toBe(0);
  });
});
