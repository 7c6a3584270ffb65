import { createEmbeddedLog } from '@da06/event-log';
import { createHybridClock, keyIssuedType, keyRevokedType, topics } from '@da06/events';
import { tempFolder } from '@da06/testkit';
import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished, vi } from 'vitest';
import { hashKey } from './auth.ts';
import { followKeys } from './follow-keys.ts';

const clock = createHybridClock({ now: Date.now });
const issued = (id: string, key: string): { type: string; data: { id: string } } =>
  ({ type: keyIssuedType, data: { id, name: id, role: 'officer', facilities: [], agency: 'VHTT', unit: '', hash: hashKey(key) } as { id: string } });
const revoked = (id: string): { type: string; data: { id: string } } => ({ type: keyRevokedType, data: { id } });

const started = async () => {
  const log = createEmbeddedLog({ path: tempFolder(onTestFinished), partitions: {} });
  const append = ({ type, data }: ReturnType<typeof issued>): Promise<unknown> => {
    const at = new Date().toISOString();
    const event = { specversion: '1.0', id: randomUUID(), source: '/test', type, subject: data.id, time: at, datacontenttype: 'application/json', recordedtime: at, sequence: clock.next(), actor: 'admin:admin', data };
    return log.commitUnit({ append: [{ topic: topics.registry, key: data.id, value: Buffer.from(JSON.stringify(event)) }] });
  };
  await append(issued('key-1', 'one'));
  await append(issued('key-2', 'two'));
  await append(revoked('key-2'));
  const followed = followKeys(log, { everyMs: 10, onError: (error) => expect.fail(String(error)) });
  await followed.start();
  onTestFinished(async () => {
    await followed.stop();
    await log.close();
  });
  return { append, holder: (key: string) => followed.keys.byHash(hashKey(key)) };
};

it('knows the keys of the log once it has started, without those that were revoked', async () => {
  const { holder } = await started();
  expect(holder('one')).toEqual({ id: 'key-1', role: 'officer', facilities: [], agency: 'VHTT', unit: '' });
  expect(holder('two')).toBeUndefined();
});

it('learns of keys that are issued and revoked while it runs', async () => {
  const { append, holder } = await started();
  await append(issued('key-3', 'three'));
  await vi.waitFor(() => expect(holder('three')?.id).toBe('key-3'), { timeout: 60_000 });
  await append(revoked('key-1'));
  await vi.waitFor(() => expect(holder('one')).toBeUndefined(), { timeout: 60_000 });
});
