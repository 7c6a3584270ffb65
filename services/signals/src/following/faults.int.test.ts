import { AppError } from '@da06/errors';
import type { EmbeddedLog } from '@da06/event-log';
import { AlertRaisedData, alertRaisedType, topics } from '@da06/events';
import { createRandom, type AnyEvent } from '@da06/testkit';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startSignals, type Started } from '../testing/started.ts';

const number = (index: number): string => `0701900${String(10_000 + index)}`;
const entry = (index: number) => ({ papers: [{ kind: 'cccd', number: number(index) }], reasonClass: 'wanted', expiresOn: '2026-12-31' });
const raisedFor = async (started: Started): Promise<string[]> => {
  await started.settled();
  return (await started.events(alertRaisedType)).map(({ data }) => AlertRaisedData.parse(data).ref).sort();
};

/** A log that does not say whether it has kept some of the alerts: of each unit of them by chance, and then it has, or it has not. */
const doubtful = (seed: number) => {
  const random = createRandom(seed);
  const failures = { kept: 0, lost: 0 };
  const wrapLog = (log: EmbeddedLog): EmbeddedLog => ({
    ...log,
    commitUnit: async (unit) => {
      const alerts = unit.append.some(({ topic, value }) => topic === topics.security && Buffer.from(value).includes(alertRaisedType));
      if (!alerts || random.chance(0.4)) return await log.commitUnit(unit);
      const kept = random.chance(0.5);
      failures[kept ? 'kept' : 'lost'] += 1;
      if (kept) await log.commitUnit(unit);
      throw new AppError('log.unavailable', { retryable: true });
    },
  });
  return { wrapLog, failures };
};

describe('alerts', () => {
  it('are raised once each where the log does not say whether it has kept them', { timeout: 60_000 }, async () => {
    const { wrapLog, failures } = doubtful(7);
    const started = await startSignals({ wrapLog });
    await started.call('POST', '/v1/watch-entries', [0, 1, 2, 3, 4, 5, 6, 7].map(entry));
    for (let index = 0; index < 8; index += 1) {
      await started.append(started.stay({ number: number(index) }, { ref: `R-${String(index)}` }));
      await started.settled();
    }
    expect(await raisedFor(started)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((index) => `R-${String(index)}`));
    expect([failures.kept > 0, failures.lost > 0]).toEqual([true, true]);
  });

  it('are the same whatever is known is lost of: a new reading of the log raises none again and misses none', { timeout: 60_000 }, async () => {
    const first = await startSignals();
    await first.call('POST', '/v1/watch-entries', [0, 1].map(entry));
    await first.append(first.stay({ number: number(0) }, { ref: 'before' }));
    expect(await raisedFor(first)).toEqual(['before']);
    const events: AnyEvent[] = [first.stay({ number: number(1) }, { ref: 'meanwhile' })];
    await first.signals.stop();
    await first.append(...events);
    await first.stop();
    rmSync(join(first.folder, 'signals'), { recursive: true });
    const again = await first.again();
    expect(await raisedFor(again)).toEqual(['before', 'meanwhile']);
    expect((await again.call('GET', '/v1/alerts')).body['count']).toBe(2);
  });
});
