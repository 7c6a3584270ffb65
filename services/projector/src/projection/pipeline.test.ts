import type { LogRecord } from '@da06/event-log';
import { eventBuilders, recordOf } from '@da06/testkit';
import type { TouchedDays } from '@da06/warehouse';
import { expect, it } from 'vitest';
import { defaultLimits } from '../config.ts';
import { createPipeline, type Target } from './pipeline.ts';

const build = eventBuilders();
const batchOf = (facility: string): LogRecord[] => [{ ...recordOf(build.checkedIn({ facility })), partition: 0, offset: 0n }];

/** A target whose first recompute of nights ends when it is told; `days` are those that each recompute of nights gives back. */
const held = (days: readonly TouchedDays[][]) => {
  const calls: string[] = [];
  const told: (readonly TouchedDays[])[] = [];
  let letGo = (): void => undefined;
  const wait = new Promise<void>((resolve) => (letGo = resolve));
  let recomputes = 0;
  const target: Target = {
    insertEvents: () => {
      calls.push('insert');
      return Promise.resolve();
    },
    recomputeNights: async () => {
      calls.push('nights');
      recomputes += 1;
      if (recomputes === 1) await wait;
      return days[recomputes - 1] ?? [];
    },
    recomputeFigures: (touched) => {
      calls.push('figures');
      told.push(touched);
      return Promise.resolve();
    },
    recomputeSpells: () => Promise.resolve(),
  };
  return { target, calls, told, letGo: () => letGo() };
};

const takeTwo = async (limits: typeof defaultLimits) => {
  const { target, calls, told, letGo } = held([[{ facility: 'a', days: [1, 2] }, { facility: 'b', days: [9] }], [{ facility: 'a', days: [2, 3] }]]);
  const pipeline = createPipeline({ target, limits, setAside: () => Promise.resolve(), untilDone: (work) => work() });
  const done = (name: string) => () => {
    calls.push(name);
    return Promise.resolve();
  };
  await pipeline.take(batchOf('a'), done('first done'));
  await expect.poll(() => calls).toContain('nights');
  await pipeline.take(batchOf('a'), done('second done'));
  await expect.poll(() => calls.filter((call) => call === 'insert')).toHaveLength(2);
  letGo();
  await pipeline.settle();
  return { calls, told };
};

it('figures wait while more nights are to be recomputed, take the days of all of them, and come before any batch is done', async () => {
  const { calls, told } = await takeTwo({ ...defaultLimits, figuresAfterMs: 3_600_000 });
  expect(calls.slice(calls.lastIndexOf('nights'))).toEqual(['nights', 'figures', 'first done', 'second done']);
  expect(told).toEqual([[{ facility: 'a', days: [1, 2, 3] }, { facility: 'b', days: [9] }]]);
});

it('figures that have waited long enough come between two recomputes of nights, and the batches before are done', async () => {
  const { calls, told } = await takeTwo({ ...defaultLimits, figuresAfterMs: 0 });
  expect(calls.slice(calls.indexOf('figures'))).toEqual(['figures', 'first done', 'nights', 'figures', 'second done']);
  expect(told).toEqual([[{ facility: 'a', days: [1, 2] }, { facility: 'b', days: [9] }], [{ facility: 'a', days: [2, 3] }]]);
});
