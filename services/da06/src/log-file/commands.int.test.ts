import { topics } from '@da06/events';
import { createLogger } from '@da06/service-kit';
import { eventBuilders, recordOf, tempFolder } from '@da06/testkit';
import { vaultTopic } from '@da06/vault';
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { CliContext } from '../cli/context.ts';
import { exportLogCommand } from '../commands/export-log.ts';
import { importLogCommand } from '../commands/import-log.ts';
import { topicsApply } from '../commands/topics.ts';
import { openLogOnly } from '../host/open-log.ts';
import { intoNewFile } from './new-file.ts';

const logger = createLogger({ name: 'test', level: 'error' });
let root: string;
beforeEach(() => {
  root = tempFolder(onTestFinished);
});

/** A command line on one data folder; what it writes is kept. */
const cli = (data: string, out?: CliContext['out']) => {
  const written = { out: '', err: '' };
  const context: CliContext = {
    config: {
      data: join(root, data), hostname: '127.0.0.1', port: 0, clickhousePort: 0, kafka: undefined, clickhouse: undefined, localityDir: undefined,
      projection: { maxRecords: 1_000, maxDeadLettersInARow: 20 }, remoteUrl: undefined, remoteKey: undefined, callerDir: root,
    },
    logger,
    out: out ?? { write: (text) => (written.out += text.toString()) },
    err: { write: (text) => (written.err += text) },
  };
  return { context, written };
};

const fill = async (context: CliContext): Promise<void> => {
  const build = eventBuilders({ seed: 11 });
  const { log, close } = await openLogOnly(context);
  await log.commitUnit({
    append: [recordOf(build.facilityRegistered()), ...Array.from({ length: 30 }, () => recordOf(build.checkedIn())), { topic: `${topics.stays}.dead-letter`, key: 'x', value: Buffer.from([0xff, 0x00]) }],
    puts: [{ topic: vaultTopic, key: 'p', value: Buffer.from([1, 2, 0xfe]) }],
  });
  await close();
};

const everything = async (context: CliContext): Promise<unknown> => {
  const { log, close } = await openLogOnly(context);
  const found: unknown[] = [...log.entries(vaultTopic)].map(([key, value]) => [key, Buffer.from(value)]);
  for (const topic of [...Object.values(topics), `${topics.stays}.dead-letter`]) {
    for (let partition = 0; partition < log.partitions(topic); partition += 1) found.push(...(await log.read({ topic, partition, from: 0n, limit: 1_000 })).map((record) => ({ ...record, value: Buffer.from(record.value) })));
  }
  await close();
  return found;
};

describe('da06 export-log and import-log', () => {
  it.each(['log.ndjson', 'log.ndjson.gz'])('carry everything of a data folder over to another in %s, which its owner alone may read', async (file) => {
    const [source, target] = [cli('source'), cli('target')];
    await fill(source.context);
    expect(await exportLogCommand(source.context, file)).toBe(0);
    expect(JSON.parse(source.written.out)).toMatchObject({ file: join(root, file), records: 32, values: 1 });
    expect(statSync(join(root, file)).mode & 0o777).toBe(0o600);
    const bytes = readFileSync(join(root, file));
    expect((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()).toMatch(/^\{"da06Log":1,/);
    expect(await importLogCommand(target.context, file, {})).toBe(0);
    expect(JSON.parse(target.written.out)).toMatchObject({ records: 32, values: 1 });
    expect(await everything(target.context)).toEqual(await everything(source.context));
  });

  it('write to stdout, the result then on stderr', async () => {
    const source = cli('source');
    await fill(source.context);
    const out = new PassThrough();
    const piped = cli('source', out);
    const whole = buffer(out);
    expect(await exportLogCommand(piped.context, '-')).toBe(0);
    out.end();
    expect(JSON.parse(piped.written.err)).toMatchObject({ records: 32, values: 1 });
    writeFileSync(join(root, 'piped.ndjson'), await whole);
    expect(await importLogCommand(cli('target').context, 'piped.ndjson', {})).toBe(0);
  });

  it('refuse to write over a file, a second import, a cut file and a missing one', async () => {
    const [source, target] = [cli('source'), cli('target')];
    await fill(source.context);
    await exportLogCommand(source.context, 'a.ndjson');
    await expect(exportLogCommand(source.context, 'a.ndjson')).rejects.toMatchObject({ exitCode: 2 });
    expect(existsSync(join(root, 'a.ndjson'))).toBe(true);
    await importLogCommand(target.context, 'a.ndjson', {});
    await expect(importLogCommand(target.context, 'a.ndjson', {})).rejects.toMatchObject({ code: 'log.not-empty' });
    expect(await importLogCommand(target.context, 'a.ndjson', { intoExisting: true })).toBe(0);
    truncateSync(join(root, 'a.ndjson'), 900);
    await expect(importLogCommand(cli('third').context, 'a.ndjson', {})).rejects.toMatchObject({ code: 'log.export-broken' });
    await expect(importLogCommand(cli('third').context, 'none.ndjson', {})).rejects.toMatchObject({ exitCode: 2 });
  });

  it('leave no file behind when the export fails, and the folder free', async () => {
    const source = cli('source');
    await expect(exportLogCommand(source.context, 'nowhere/a.ndjson')).rejects.toMatchObject({ exitCode: 2 });
    await (await openLogOnly(source.context)).close();
    const file = join(root, 'b.ndjson');
    await expect(intoNewFile(file, async (into) => {
      into.write('half');
      await Promise.reject(new Error('the disk is gone'));
    })).rejects.toThrow('the disk is gone');
    expect(existsSync(file)).toBe(false);
  });
});

describe('da06 topics apply', () => {
  it('is refused where the log is not on Kafka', async () => {
    await expect(topicsApply(cli('source').context, {})).rejects.toMatchObject({ exitCode: 2 });
  });
});
