import { createLogger, listen } from '@da06/service-kit';
import { describe, expect, it } from 'vitest';
import { listenClickHouse } from './clickhouse-port.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
const answer = () => Promise.resolve(new Response('Ok.\n'));

describe('listenClickHouse', () => {
  it('is off at port 0', async () => {
    expect(await listenClickHouse({ hostname: '127.0.0.1', clickhousePort: 0, proxies: [] }, answer, logger)).toBeUndefined();
  });

  it('takes a free port when the wanted one is taken', async () => {
    const other = await listen({ fetch: answer, hostname: '127.0.0.1', port: 0 });
    const listener = await listenClickHouse({ hostname: '127.0.0.1', clickhousePort: other.port, proxies: [] }, answer, logger);
    expect(listener?.port).not.toBe(other.port);
    expect(await (await fetch(`${listener?.url ?? ''}/ping`)).text()).toBe('Ok.\n');
    await Promise.all([listener?.close(), other.close()]);
  });
});
