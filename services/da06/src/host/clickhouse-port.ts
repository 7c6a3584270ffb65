import { createSenderOf, limitFailedKeys, listen } from '@da06/service-kit';
import type { Listener, Logger } from '@da06/service-kit';
import { tooManyKeys } from '@da06/warehouse';
import type { Config } from '../config.ts';

/**
 * The ClickHouse HTTP interface, on the wanted port or, when something else (a ClickHouse server) has it, on a free one:
 * DA06 still serves, and prints where. Undefined when it is switched off.
 */
export const listenClickHouse = async (
  { hostname, clickhousePort, proxies }: Pick<Config, 'hostname' | 'clickhousePort' | 'proxies'>,
  answer: (request: Request) => Promise<Response>,
  logger: Logger,
): Promise<Listener | undefined> => {
  if (clickhousePort === 0) return undefined;
  const fetch = limitFailedKeys(answer, { senderOf: createSenderOf(proxies), refuse: tooManyKeys });
  try {
    return await listen({ fetch, hostname, port: clickhousePort });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    const listener = await listen({ fetch, hostname, port: 0 });
    logger.warn({ wanted: clickhousePort, port: listener.port }, 'the ClickHouse port is taken, using a free one; see README, Environment (DA06_CLICKHOUSE_PORT)');
    return listener;
  }
};
