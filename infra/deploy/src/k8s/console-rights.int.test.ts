import { clickhouseForTests, kafkaForTests } from '@da06/testkit';
import { readdirSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { guarded, rightsOf } from './guarded-broker.fixture.ts';

const user = 'da06-console';
const possible = (await kafkaForTests())?.how === 'native';

it.skipIf(!possible)('the console serves with the rights on Kafka that the manifest gives it and a folder that holds admin.key alone, and may write nothing', { timeout: 180_000 }, async () => {
  expect(rightsOf(user)).toHaveLength(2);
  const clickhouse = await clickhouseForTests();
  onTestFinished(clickhouse.stop);
  const { data, da06, write } = await guarded({ user, keys: { 'admin.key': 'made-up-for-this-test' }, env: { ...process.env, CLICKHOUSE_URL: clickhouse.url, CLICKHOUSE_USER: clickhouse.username, CLICKHOUSE_PASSWORD: clickhouse.password } });
  const console = da06(['serve', 'console']);
  onTestFinished(async () => void (await console.kill('SIGTERM')));
  const { url } = JSON.parse(await console.sees(/^\{"service".*\}$/m, 60_000)) as { url: string };
  const boards = await fetch(`${url}/console/boards`, { headers: { authorization: 'Bearer made-up-for-this-test' } });
  expect([boards.status, await boards.json()]).toMatchObject([200, { role: 'admin', local: false }]);
  expect(readdirSync(data)).toEqual(['admin.key']);
  for (const topic of ['da06.registry', 'da06.residence-registration', 'da06.vault', 'da06.model-step']) await expect(write(topic), topic).rejects.toThrow(/not authorized/i);
});
