import { describe, expect, it, onTestFinished } from 'vitest';
import { clickhouseForTests } from './clickhouse.ts';

describe('a ClickHouse for tests', () => {
  it('answers its user, who may write, and nobody else', async () => {
    const { url, username, password, stop } = await clickhouseForTests();
    onTestFinished(stop);
    const ask = async (query: string, secret: string): Promise<{ status: number; text: string }> => {
      const response = await fetch(url, { method: 'POST', body: query, headers: { 'X-ClickHouse-User': username, 'X-ClickHouse-Key': secret } });
      return { status: response.status, text: await response.text() };
    };
    await ask('CREATE DATABASE IF NOT EXISTS da06_testkit', password);
    await ask('CREATE OR REPLACE TABLE da06_testkit.t (n UInt8) ENGINE = MergeTree ORDER BY n', password);
    await ask('INSERT INTO da06_testkit.t VALUES (1), (2)', password);
    expect(await ask('SELECT sum(n) FROM da06_testkit.t', password)).toEqual({ status: 200, text: '3\n' });
    await ask('DROP DATABASE da06_testkit', password);
    expect((await ask('SELECT 1', `${password}x`)).status).toBeGreaterThanOrEqual(400);
  });
});
