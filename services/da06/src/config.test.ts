import { AppError } from '@da06/errors';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  it('starts with nothing set', () => {
    expect(readConfig({}, '/srv/da06')).toMatchObject({ data: '/srv/da06/data', hostname: '127.0.0.1', port: undefined, clickhousePort: 8123, callerDir: '/srv/da06' });
  });

  it('takes port 0 for "any free" and for "off"', () => {
    expect(readConfig({ PORT: '0', DA06_CLICKHOUSE_PORT: '0' }, '/')).toMatchObject({ port: 0, clickhousePort: 0 });
  });

  it('hands the limits of the projection on', () => {
    expect(readConfig({ DA06_PROJECTOR_BATCH: '500' }, '/').projection).toEqual({ maxRecords: 500, maxDeadLettersInARow: 20 });
  });

  it('takes networks of proxies, and nothing else for one', () => {
    expect(readConfig({}, '/').proxies).toEqual([]);
    expect(readConfig({ DA06_TRUSTED_PROXY: '10.0.0.1, 172.16.0.0/12' }, '/').proxies).toEqual(['10.0.0.1', '172.16.0.0/12']);
    expect(() => readConfig({ DA06_TRUSTED_PROXY: 'proxy' }, '/')).toThrow(AppError);
  });

  it('reads file arguments from where npm was called', () => {
    expect(readConfig({ INIT_CWD: '/home/a' }, '/srv').callerDir).toBe('/home/a');
  });

  it('is embedded unless told, and takes the addresses of a cluster and a server', () => {
    expect(readConfig({}, '/')).toMatchObject({ kafka: undefined, clickhouse: undefined });
    expect(readConfig({ KAFKA_BROKERS: 'a:9092,b:9092', CLICKHOUSE_URL: 'https://c:8443', CLICKHOUSE_PASSWORD: 'x' }, '/')).toMatchObject({ kafka: { connection: { brokers: ['a:9092', 'b:9092'] } }, clickhouse: { url: 'https://c:8443' } });
  });

  it('has a demonstration on one machine alone, unless none is wanted', () => {
    expect([readConfig({}, '/'), readConfig({ DA06_DEMO: '0' }, '/'), readConfig({ KAFKA_BROKERS: 'a:9092' }, '/'), readConfig({ DA06_LOCALITY: 'pack' }, '/')].map(({ demonstration }) => demonstration)).toEqual([true, false, false, false]);
    expect(() => readConfig({ DA06_DEMO: '1', KAFKA_BROKERS: 'a:9092' }, '/')).toThrowError(expect.objectContaining({ code: 'config.invalid' }) as Error);
    expect(() => readConfig({ DA06_DEMO: 'yes' }, '/')).toThrowError(AppError);
  });

  it('takes the master key from the data folder, from a file or as it is, and never both', () => {
    expect(readConfig({}, '/srv').masterKey).toEqual({ file: '/srv/data/master.key' });
    expect(readConfig({ DA06_MASTER_KEY_FILE: 'k/m' }, '/srv').masterKey).toEqual({ file: '/srv/k/m' });
    expect(readConfig({ DA06_MASTER_KEY: 'AB'.repeat(32) }, '/srv').masterKey).toEqual({ key: Buffer.alloc(32, 0xab) });
    expect(() => readConfig({ DA06_MASTER_KEY: 'ab'.repeat(32), DA06_MASTER_KEY_FILE: 'm' }, '/')).toThrowError(/one of them/);
  });

  it('does not repeat a master key that is none', () => {
    expect(() => readConfig({ DA06_MASTER_KEY: 'secret' }, '/')).toThrowError(expect.not.objectContaining({ message: expect.stringContaining('secret') as string }) as Error);
  });

  it('takes how long identities are kept over the locality pack’s', () => {
    expect(readConfig({ DA06_RETENTION_IDENTITY_MONTHS: '36' }, '/').identityMonths).toBe(36);
    expect(readConfig({}, '/').identityMonths).toBeUndefined();
    expect(() => readConfig({ DA06_RETENTION_IDENTITY_MONTHS: '0' }, '/')).toThrowError(AppError);
  });

  it('tells every wrong value at once', () => {
    const failure = (() => {
      try {
        return readConfig({ PORT: '99999', KAFKA_BROKERS: 'a', DA06_URL: 'x', CLICKHOUSE_URL: 'ftp://a' }, '/');
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(AppError);
    expect((failure as AppError).context['problems']).toHaveLength(4);
  });
});
