import { kafkaForTests } from '@da06/testkit';
import { expect, it, onTestFinished } from 'vitest';
import { guarded, rightsOf } from './guarded-broker.fixture.ts';

const user = 'da06-signals';
const possible = (await kafkaForTests())?.how === 'native';
const keys = { 'admin.key': 'made-up-for-this-test', 'hash.key': '2'.repeat(64), 'master.key': '1'.repeat(64) };

it.skipIf(!possible)('signals watch and tell with the rights on Kafka that the manifest gives them, and may write nothing but what they find', { timeout: 180_000 }, async () => {
  expect(rightsOf(user)).toHaveLength(11);
  const { da06, write } = await guarded({ user, keys, env: process.env });
  const signals = da06(['serve', 'signals']);
  onTestFinished(async () => void (await signals.kill('SIGTERM')));
  const { url } = JSON.parse(await signals.sees(/^\{"service".*\}$/m, 60_000)) as { url: string };
  const call = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${url}${path}`, { method, headers: { authorization: `Bearer ${keys['admin.key']}`, 'content-type': 'application/json' }, ...(body !== undefined && { body: JSON.stringify(body) }) });
    return { status: answer.status, body: (await answer.json()) as { readonly count?: number; readonly webhooks?: readonly { readonly position: string | null }[] } };
  };
  await expect.poll(async () => (await call('GET', '/v1/watch-entries')).status, { timeout: 60_000, interval: 200 }).toBe(200);
  expect((await call('POST', '/v1/watch-entries', { papers: [{ kind: 'cccd', number: '070190012345' }], reasonClass: 'wanted', expiresOn: '2099-12-31' })).status).toBe(201);
  expect((await call('POST', '/v1/webhooks', { url: 'http://127.0.0.1:9/' })).status).toBe(201);
  // A place is shown once it is remembered in the log.
  await expect.poll(async () => (await call('GET', '/v1/webhooks')).body.webhooks?.[0]?.position, { timeout: 60_000, interval: 200 }).toBe('2');
  for (const topic of ['da06.registry', 'da06.residence-registration', 'da06.vault']) await expect(write(topic), topic).rejects.toThrow(/not authorized/i);
});
