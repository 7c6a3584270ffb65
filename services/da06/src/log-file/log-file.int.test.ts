import { createEmbeddedLog } from '@da06/event-log';
import type { EmbeddedLog } from '@da06/event-log';
import { tempFolder } from '@da06/testkit';
import fc from 'fast-check';
import { PassThrough, Readable, Writable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exportLog } from './export-log.ts';
import type { ExportOptions } from './export-log.ts';
import { blockRecords } from './format.ts';
import { importLog } from './import-log.ts';

const topics = ['stays', 'stays.dead-letter', 'registry'];
const compacted = ['keys', 'other'];
const options: ExportOptions = { topics, compacted, now: () => Date.UTC(2026, 10, 24) };

const open = (stays = 4): EmbeddedLog => {
  const log = createEmbeddedLog({ path: tempFolder(onTestFinished), partitions: { stays } });
  onTestFinished(() => log.close());
  return log;
};

const exported = async (log: Parameters<typeof exportLog>[0], more: Partial<ExportOptions> = {}): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  await exportLog(log, new Writable({ write: (chunk: Buffer, _, done) => (chunks.push(chunk), done()) }), { ...options, ...more });
  return Buffer.concat(chunks);
};

/** In pieces, so that lines and pieces end at different places. */
const stream = (file: Buffer, piece = 700): Readable => Readable.from((function* () {
  for (let from = 0; from < file.length; from += piece) yield file.subarray(from, from + piece);
})());

/** What a log says: the values of each key in order, and the live values. */
const contents = async (log: EmbeddedLog) => {
  const records = new Map<string, string[]>();
  for (const topic of topics) {
    for (let partition = 0; partition < log.partitions(topic); partition += 1) {
      for (const { key, value } of await log.read({ topic, partition, from: 0n, limit: 1_000_000 })) {
        const name = `${topic} ${key}`;
        records.set(name, [...(records.get(name) ?? []), Buffer.from(value).toString('hex')]);
      }
    }
  }
  const live = compacted.flatMap((topic) => [...log.entries(topic)].map(([key, value]) => [`${topic} ${key}`, Buffer.from(value).toString('hex')]));
  return { records: Object.fromEntries([...records].sort()), live };
};

const counted = async (log: EmbeddedLog): Promise<number> => {
  let count = 0n;
  for (const topic of topics) for (const end of await log.ends(topic)) count += end;
  return Number(count);
};

const many = async (log: EmbeddedLog, records: number): Promise<void> => {
  await log.commitUnit({
    append: Array.from({ length: records }, (_, index) => ({ topic: 'stays', key: `k${index % 50}`, value: Buffer.from(`v${index}`) })),
    puts: [{ topic: 'keys', key: 'a', value: Buffer.from([0xff, 1]) }],
  });
};

describe('an exported log', () => {
  const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
  const value = fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 40 }).map((text) => Buffer.from(text)));
  const unit = fc.record({
    append: fc.array(fc.record({ topic: fc.constantFrom(...topics), key: fc.oneof(fc.constantFrom('k1', 'k2', '/facilities/ks/stays/R1'), key), value }), { maxLength: 30 }),
    puts: fc.array(fc.record({ topic: fc.constantFrom(...compacted), key: fc.oneof(fc.constantFrom('p1', 'p2'), key), value: fc.option(value, { freq: 3 }) }), { maxLength: 8 }),
  });

  it('gives the same bytes, the same order of every key and the same live values in another log, with other partitions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { maxLength: 6 }), fc.boolean(), fc.integer({ min: 1, max: 2_000 }), async (units, gzip, piece) => {
        const [source, target] = [open(), open(3)];
        for (const one of units) await source.commitUnit(one);
        const file = await exported(source, { gzip });
        const done = await importLog(target, stream(file, piece), { gzip });
        expect(await contents(target)).toEqual(await contents(source));
        expect(done).toEqual({ at: '2026-11-24T00:00:00.000Z', records: await counted(source), values: compacted.flatMap((topic) => [...source.entries(topic)]).length });
        await Promise.all([source.close(), target.close()]);
      }),
      { numRuns: 60 },
    );
  });

  it('is lines of JSON that begin with what is in it, text as text and bytes as base64', async () => {
    const log = open();
    await log.commitUnit({ append: [{ topic: 'stays', key: 'k', value: Buffer.from('{"tên":"ẩn"}') }], puts: [{ topic: 'keys', key: 'p', value: Buffer.from([0xff, 0]) }] });
    const lines = (await exported(log)).toString().trimEnd().split('\n').map((line) => JSON.parse(line) as unknown);
    expect(lines).toEqual([
      { da06Log: 1, at: '2026-11-24T00:00:00.000Z', topics: { stays: { partitions: 4, records: 1 }, 'stays.dead-letter': { partitions: 1, records: 0 }, registry: { partitions: 1, records: 0 } }, compacted },
      { t: 'keys', k: 'p', b: '/wA=' },
      { t: 'stays', k: 'k', v: '{"tên":"ẩn"}' },
      { end: { records: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string } },
    ]);
  });

  it('leaves out what is appended meanwhile, and has the keys of everything it has', async () => {
    const [log, target] = [open(), open()];
    await many(log, 100);
    let persons = 0;
    const grow = (): Promise<unknown> => {
      const of = Array.from({ length: 8 }, () => `p${(persons += 1)}`);
      return log.commitUnit({ append: of.map((person) => ({ topic: 'stays', key: person, value: Buffer.from(person) })), puts: of.map((person) => ({ topic: 'keys', key: person, value: Buffer.from('key') })) });
    };
    // It grows before each look into it.
    const growing = { ...log, ends: (topic: string) => grow().then(() => log.ends(topic)), read: (at: Parameters<EmbeddedLog['read']>[0]) => grow().then(() => log.read(at)) };
    const file = await exported(growing);
    await importLog(target, stream(file));
    const header = JSON.parse(file.subarray(0, file.indexOf('\n')).toString()) as { topics: Record<string, { records: number }> };
    expect(header.topics['stays']?.records).toBe(108);
    expect(await counted(target)).toBe(108);
    const { records } = await contents(target);
    const inFile = Object.entries(records).filter(([name]) => name.startsWith('stays p')).flatMap(([, of]) => of.map((hex) => Buffer.from(hex, 'hex').toString()));
    expect(inFile).toHaveLength(8);
    expect(inFile.filter((person) => target.get('keys', person) === undefined)).toEqual([]);
  });

  it('is not written when records are missing in the log', async () => {
    const log = open();
    await many(log, 10);
    const holed = { ...log, read: async (at: Parameters<EmbeddedLog['read']>[0]) => (await log.read(at)).filter(({ offset }) => offset !== 1n) };
    await expect(exportLog(holed, new PassThrough().resume(), options)).rejects.toMatchObject({ code: 'log.offset-out-of-range' });
  });
});

describe('importing', () => {
  it('refuses a file that is cut at any byte, and one with any byte changed, and appends nothing of it', async () => {
    const [source, target] = [open(), open()];
    await many(source, 3);
    const file = await exported(source);
    for (let at = 0; at < file.length; at += 1) {
      await expect(importLog(target, stream(file.subarray(0, at))), `cut at ${at}`).rejects.toMatchObject({ code: 'log.export-broken' });
      const changed = Buffer.from(file);
      changed[at] = (changed[at] ?? 0) ^ (1 << at % 8);
      await expect(importLog(target, stream(changed)), `changed at ${at}`).rejects.toMatchObject({ code: 'log.export-broken' });
    }
    for (const more of ['\n', ' ', file.toString()]) await expect(importLog(open(), stream(Buffer.concat([file, Buffer.from(more)])))).rejects.toMatchObject({ code: 'log.export-broken' });
    expect(await contents(target)).toEqual({ records: {}, live: [] });
    await importLog(target, stream(file));
    expect(await contents(target)).toEqual(await contents(source));
  });

  it('appends nothing behind the fault of a long file, and nothing damaged', async () => {
    const source = open();
    await many(source, 3 * blockRecords);
    const file = await exported(source);
    const whole = await contents(source);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: file.length - 1 }), fc.integer({ min: 1, max: 255 }), fc.boolean(), async (at, bits, cut) => {
        const target = open();
        const changed = Buffer.from(cut ? file.subarray(0, at) : file);
        if (!cut) changed[at] = (changed[at] ?? 0) ^ bits;
        await expect(importLog(target, stream(changed, 30_000))).rejects.toMatchObject({ code: 'log.export-broken' });
        const { records } = await contents(target);
        for (const [name, values] of Object.entries(records)) expect(values).toEqual(whole.records[name]?.slice(0, values.length));
        await target.close();
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a packed file that is cut or changed, unless what it unpacks to is the same', async () => {
    const source = open();
    await many(source, 400);
    const [packed, plain] = [await exported(source, { gzip: true }), await exported(source)];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: packed.length - 1 }), fc.integer({ min: 1, max: 255 }), fc.boolean(), async (at, bits, cut) => {
        const target = open();
        const changed = Buffer.from(cut ? packed.subarray(0, at) : packed);
        if (!cut) changed[at] = (changed[at] ?? 0) ^ bits;
        const outcome = await importLog(target, stream(changed), { gzip: true }).then(() => 'done', (error: { code?: string }) => error.code);
        if (outcome === 'done') expect(gunzipSync(changed).equals(plain)).toBe(true);
        else expect(outcome).toBe('log.export-broken');
        await target.close();
      }),
      { numRuns: 100 },
    );
  });

  it('refuses a log that has records or live values, unless told', async () => {
    const [source, target, keysOnly] = [open(), open(), open()];
    await many(source, 5);
    const file = await exported(source);
    await importLog(target, stream(file));
    await expect(importLog(target, stream(file))).rejects.toMatchObject({ code: 'log.not-empty' });
    expect(await counted(target)).toBe(5);
    await keysOnly.commitUnit({ append: [], puts: [{ topic: 'other', key: 'x', value: Buffer.from('1') }] });
    await expect(importLog(keysOnly, stream(file))).rejects.toMatchObject({ code: 'log.not-empty' });
    expect(await importLog(target, stream(file), { intoExisting: true })).toMatchObject({ records: 5, values: 1 });
    expect(await counted(target)).toBe(10);
  });

  it('says why the log could not be written, and not that the file is broken', async () => {
    const [source, target] = [open(), open()];
    await many(source, 5);
    const file = await exported(source);
    await target.close();
    await expect(importLog(target, stream(file), { intoExisting: true })).rejects.toMatchObject({ code: 'log.closed' });
  });
});

const collect = (): void => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
};

describe('memory', () => {
  it('stays flat for 200,000 records', async () => {
    const [source, target] = [open(), open()];
    const value = Buffer.from(JSON.stringify({ id: 'e', data: 'x'.repeat(430) }));
    for (let at = 0; at < 200; at += 1) await source.commitUnit({ append: Array.from({ length: 1_000 }, (_, index) => ({ topic: 'stays', key: `k${at % 7}-${index}`, value })) });
    const held: number[] = [];
    // What is held after a collection, in MiB: what garbage there is at a moment says nothing.
    const look = (done: number, total: number): void => {
      if (done < ((held.length + 1) * total) / 10) return;
      collect();
      const { heapUsed, external } = process.memoryUsage();
      held.push((heapUsed + external) / 2 ** 20);
    };
    const through = new PassThrough();
    const [written, read] = await Promise.all([exportLog(source, through, options), importLog(target, through, { onProgress: look })]);
    expect([written.records, read.records, held.length]).toEqual([200_000, 200_000, 10]);
    expect(Math.max(...held) - Math.min(...held)).toBeLessThan(30);
  });
});
