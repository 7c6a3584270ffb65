import { AppError } from '@da06/errors';
import { createLogger } from '@da06/service-kit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { patiently } from './patiently.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
const away = (): AppError => new AppError('log.unavailable', { retryable: true });

describe('a service that needs what does not answer yet', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('waits for it', async () => {
    const work = vi.fn().mockRejectedValueOnce(away()).mockRejectedValueOnce(away()).mockResolvedValue('here');
    const done = patiently(work, { forMs: 10_000, logger });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await done).toBe('here');
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('gives up when its time is over', async () => {
    const done = expect(patiently(() => Promise.reject(away()), { forMs: 5_000, logger })).rejects.toMatchObject({ code: 'log.unavailable' });
    await vi.advanceTimersByTimeAsync(5_000);
    await done;
  });

  it('does not wait for what waiting cannot mend, nor as a command', async () => {
    const work = vi.fn().mockRejectedValue(new AppError('log.topic-missing'));
    await expect(patiently(work, { forMs: 10_000, logger })).rejects.toMatchObject({ code: 'log.topic-missing' });
    await expect(patiently(() => Promise.reject(away()), { forMs: 0, logger })).rejects.toMatchObject({ code: 'log.unavailable' });
    expect(work).toHaveBeenCalledTimes(1);
  });
});
