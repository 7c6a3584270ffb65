import { AppError } from '@da06/errors';
import { createSenderOf, limitFailedKeys, listen, problem } from '@da06/service-kit';
import type { Handler, Listener } from '@da06/service-kit';
import type { Config } from '../config.ts';

/** Listens where the configuration says, `port` unless it names one. Who sends unknown keys again and again is told to wait. @throws AppError `config.invalid` when the address cannot be had. */
export const openDoor = async (config: Pick<Config, 'hostname' | 'port' | 'proxies'>, port: number, fetch: Handler): Promise<Listener> => {
  const { hostname, proxies } = config;
  const wanted = config.port ?? port;
  try {
    return await listen({ fetch: limitFailedKeys(fetch, { senderOf: createSenderOf(proxies), refuse: (retryAfter) => problem('request.rate-limited', { retryAfter }) }), hostname, port: wanted });
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw new AppError('config.invalid', { detail: `${hostname}:${wanted} cannot be listened on (${code}); set another PORT, or 0 for any free one.`, cause });
  }
};
