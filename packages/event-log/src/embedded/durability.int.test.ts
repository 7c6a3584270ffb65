import { programArguments, spawned, tempFolder } from '@da06/testkit';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { createEmbeddedLog } from './embedded-log.ts';

const program = fileURLToPath(new URL('./testing/append-until-ended.ts', import.meta.url));

/** Units by name, with how many records each has: what a process said it kept, and what the log holds. */
const said = (output: string): Map<string, number> => new Map([...output.matchAll(/^kept (\S+) (\d+)$/gm)].map(([, name = '', records]) => [name, Number(records)]));

const held = async (path: string): Promise<{ records: Map<string, number>; keys: Map<string, number> }> => {
  const log = createEmbeddedLog({ path });
  const records = new Map<string, number>();
  for (const [partition, end] of (await log.ends('stays')).entries()) {
    const found = await log.read({ topic: 'stays', partition, from: 0n, limit: Number(end) + 10 });
    expect(found.map(({ offset }) => offset)).toEqual(Array.from({ length: Number(end) }, (_, offset) => BigInt(offset)));
    for (const { key, value } of found) {
      const [unit = '', part] = key.split('/');
      expect(value.every((byte) => byte === Number(part)) && value.byteLength === 700).toBe(true);
      records.set(unit, (records.get(unit) ?? 0) + 1);
    }
  }
  const keys = new Map([...log.entries('keys')].map(([key, value]) => [key, Number(Buffer.from(value).toString())]));
  await log.close();
  return { records, keys };
};

it('holds every acknowledged unit, and no part of another, after the process was killed while it appended', async () => {
  const path = tempFolder(onTestFinished);
  const acknowledged = new Map<string, number>();
  for (const [run, wait] of [150, 20, 400].entries()) {
    const child = spawned(process.execPath, [...programArguments(program), path, String(run)]);
    await child.sees(/kept .*\n/);
    await new Promise((resolve) => setTimeout(resolve, wait));
    await child.kill('SIGKILL');
    for (const [unit, records] of said(child.output())) acknowledged.set(unit, records);
    const { records, keys } = await held(path);
    expect(acknowledged.size).toBeGreaterThan(run);
    for (const [unit, count] of acknowledged) expect([unit, records.get(unit), keys.get(unit)]).toEqual([unit, count, count]);
    // A unit that was kept but not yet acknowledged is there whole, with its live value.
    expect(records).toEqual(keys);
  }
});

it('answers service.storage-full when the disk takes no more, keeps nothing of that unit, and goes on when there is room', async () => {
  const path = tempFolder(onTestFinished);
  // The shell's limit on the size of a file stands for a full disk: it needs no rights. In blocks of 1,024 bytes.
  const child = spawned('bash', ['-c', 'ulimit -f 4000; exec "$@"', 'bash', process.execPath, ...programArguments(program), path, 'full']);
  await child.sees(/closed\n/);
  expect(await child.ended).toBe(0);
  expect(child.output().match(/^refused .*$/gm)).toEqual(Array.from({ length: 12 }, () => 'refused service.storage-full true'));
  const before = await held(path);
  expect(before.records).toEqual(said(child.output()));
  expect(before.keys).toEqual(before.records);
  const log = createEmbeddedLog({ path });
  await log.commitUnit({ append: [{ topic: 'stays', key: 'later/7', value: Buffer.alloc(700, 7) }], puts: [{ topic: 'keys', key: 'later', value: Buffer.from('1') }] });
  await log.close();
  expect((await held(path)).records.get('later')).toBe(1);
});
