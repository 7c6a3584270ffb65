import { kafkaForTests } from '@da06/testkit';
import { readdirSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { guarded, rightsOf } from './guarded-broker.fixture.ts';

const user = 'da06-programme';
const possible = (await kafkaForTests())?.how === 'native';

it.skipIf(!possible)('the programme takes in the plan with the rights on Kafka that the manifest gives it and a folder that holds admin.key alone, and may write nothing else', { timeout: 180_000 }, async () => {
  expect(rightsOf(user)).toHaveLength(10);
  const { data, da06, write } = await guarded({ user, keys: { 'admin.key': 'made-up-for-this-test' }, env: process.env });
  const programme = da06(['serve', 'programme']);
  onTestFinished(async () => void (await programme.kill('SIGTERM')));
  const { url } = JSON.parse(await programme.sees(/^\{"service".*\}$/m, 60_000)) as { url: string };
  const load = da06(['plan', 'load'], { DA06_URL: url });
  expect(await load.ended, load.errors()).toBe(0);
  expect(JSON.parse(load.output())).toMatchObject({ models: 43, steps: 128 });
  expect(readdirSync(data)).toEqual(['admin.key']);
  for (const topic of ['da06.registry', 'da06.residence-registration', 'da06.vault']) await expect(write(topic), topic).rejects.toThrow(/not authorized/i);
});
