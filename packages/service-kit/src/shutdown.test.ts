import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { createLogger } from './logger.ts';
import { installShutdown } from './shutdown.ts';

const setUp = (stop: () => Promise<void>) => {
  const emitter = new EventEmitter();
  const exit = vi.fn();
  const target = Object.assign(emitter, { exit }) as unknown as Pick<NodeJS.Process, 'on' | 'exit'>;
  installShutdown(stop, { logger: createLogger({ name: 'test', level: 'silent' }), process: target });
  return { emitter, exit };
};

describe('installShutdown', () => {
  it('stops once and ends with 0 when asked to, however often', async () => {
    const stop = vi.fn(() => Promise.resolve());
    const { emitter, exit } = setUp(stop);
    emitter.emit('SIGTERM');
    emitter.emit('SIGINT');
    await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0));
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('ends with 1 after an exception nobody caught', async () => {
    const { emitter, exit } = setUp(() => Promise.resolve());
    emitter.emit('uncaughtException', new TypeError('x'));
    await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(1));
  });

  it('ends with 1 when stopping fails', async () => {
    const { emitter, exit } = setUp(() => Promise.reject(new Error('disk')));
    emitter.emit('SIGTERM');
    await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(1));
  });
});
