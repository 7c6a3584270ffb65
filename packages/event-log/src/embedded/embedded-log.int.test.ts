import { tempFolder } from '@da06/testkit';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eventLogContract } from '../contract.ts';
import { createEmbeddedLog } from './embedded-log.ts';

const folder = () => tempFolder(onTestFinished);
const value = Buffer.from('giá trị');

eventLogContract('the embedded log', () => {
  const path = join(folder(), 'log');
  return { open: (partitions) => Promise.resolve(createEmbeddedLog({ path, partitions })) };
});

describe('the embedded log', () => {
  it('refuses a second opening of its folder in one process, and opens it after the first is closed', async () => {
    const path = folder();
    const first = createEmbeddedLog({ path });
    expect(() => createEmbeddedLog({ path: join(path, '..', path.split('/').at(-1) ?? '') })).toThrowError(expect.objectContaining({ code: 'data.in-use' }) as Error);
    await first.close();
    await createEmbeddedLog({ path }).close();
  });

  it('copies itself whole while appends go on', async () => {
    const [path, copy] = [folder(), folder()];
    const log = createEmbeddedLog({ path, partitions: { a: 2 } });
    const unit = (n: number) => ({ append: [0, 1, 2].map((k) => ({ topic: 'a', key: `k${k}`, value })), puts: [{ topic: 'keys', key: String(n), value }] });
    await log.commitUnit(unit(0));
    await log.commit('g', [{ topic: 'a', partition: 0, offset: 1n }]);
    const going = Array.from({ length: 100 }, (_, n) => log.commitUnit(unit(n + 1)));
    await log.backup(copy);
    await Promise.all(going);
    await log.close();
    const restored = createEmbeddedLog({ path: copy });
    const records = (await restored.ends('a')).reduce((sum, end) => sum + end, 0n);
    expect(records).toBe(BigInt([...restored.entries('keys')].length * 3));
    expect(records).toBeGreaterThanOrEqual(3n);
    expect(await restored.committed('g', 'a')).toEqual([1n, 0n]);
    await restored.close();
  });

  it('opened for reading, it reads everything and writes nothing', async () => {
    const path = folder();
    const log = createEmbeddedLog({ path, partitions: { a: 4 } });
    await log.commitUnit({ append: [{ topic: 'a', key: 'k', value }], puts: [{ topic: 'keys', key: 'x', value }] });
    await log.close();
    const reading = createEmbeddedLog({ path, readOnly: true });
    expect((await reading.ends('a')).reduce((sum, end) => sum + end, 0n)).toBe(1n);
    expect(reading.partitions('a')).toBe(4);
    expect(reading.get('keys', 'x')).toEqual(value);
    await expect(reading.commitUnit({ append: [{ topic: 'a', key: 'k', value }] })).rejects.toMatchObject({ code: 'log.closed' });
    await reading.close();
  });

  it('reads single records out of large batches, and records larger than a segment', async () => {
    const log = createEmbeddedLog({ path: folder() });
    const big = Buffer.alloc(3_000_000, 7);
    await log.commitUnit({ append: [...Array.from({ length: 1000 }, (_, n) => ({ topic: 'a', key: 'k', value: Buffer.alloc(700, n) })), { topic: 'a', key: 'big', value: big }] });
    for (const from of [0n, 373n, 374n, 375n, 999n]) expect((await log.read({ topic: 'a', partition: 0, from, limit: 1 }))[0]).toMatchObject({ offset: from, value: Buffer.alloc(700, Number(from)) });
    const [last] = await log.read({ topic: 'a', partition: 0, from: 1000n, limit: 1 });
    expect(last?.key).toBe('big');
    expect(big.equals(last?.value ?? Buffer.alloc(0))).toBe(true);
    await log.close();
  });
});
