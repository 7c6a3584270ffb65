import { tempFolder } from '@da06/testkit';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { CliContext } from '../cli/context.ts';
import { exportLogCommand } from '../commands/export-log.ts';
import { importLogCommand } from '../commands/import-log.ts';
import { topicsApply } from '../commands/topics.ts';
import { openLogOnly } from '../parts/open-log.ts';
import { cli, contents, fill, filled } from './cli.fixture.ts';
import { intoNewFile } from './new-file.ts';

let root: string;
beforeEach(() => {
  root = tempFolder(onTestFinished);
});
const on = (data: string, out?: CliContext['out']) => cli({ data: join(root, data), callerDir: root }, out === undefined ? {} : { out });

describe('da06 export-log and import-log', () => {
  it.each(['log.ndjson', 'log.ndjson.gz'])('carry everything of a data folder over to another in %s, which its owner alone may read', async (file) => {
    const [source, target] = [on('source'), on('target')];
    await fill(source.context);
    expect(await exportLogCommand(source.context, file)).toBe(0);
    expect(JSON.parse(source.written.out)).toMatchObject({ file: join(root, file), ...filled });
    expect(statSync(join(root, file)).mode & 0o777).toBe(0o600);
    const bytes = readFileSync(join(root, file));
    expect((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()).toMatch(/^\{"da06Log":1,/);
    expect(await importLogCommand(target.context, file, {})).toBe(0);
    expect(JSON.parse(target.written.out)).toMatchObject(filled);
    expect(await contents(target.context)).toEqual(await contents(source.context));
  });

  it('write to stdout, the result then on stderr', async () => {
    const source = on('source');
    await fill(source.context);
    const out = new PassThrough();
    const piped = on('source', out);
    const whole = buffer(out);
    expect(await exportLogCommand(piped.context, '-')).toBe(0);
    out.end();
    expect(JSON.parse(piped.written.err)).toMatchObject(filled);
    writeFileSync(join(root, 'piped.ndjson'), await whole);
    expect(await importLogCommand(on('target').context, 'piped.ndjson', {})).toBe(0);
  });

  it('carry a log from one process to another through a pipe', async () => {
    await fill(on('source').context);
    const da06 = `'${process.execPath}' infra/setup/run.mjs services/da06/src/main.ts`;
    const piped = `DA06_DATA='${join(root, 'source')}' ${da06} export-log - | DA06_DATA='${join(root, 'target')}' ${da06} import-log -`;
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', piped], { cwd: join(import.meta.dirname, '../../../..'), env: { PATH: process.env['PATH'], HOME: process.env['HOME'] } });
    expect(JSON.parse(stdout)).toMatchObject({ file: '-', ...filled });
    expect(JSON.parse(stderr)).toMatchObject(filled);
    expect(await contents(on('target').context)).toEqual(await contents(on('source').context));
  });

  it('refuse to write over a file, a second import, a cut file and a missing one', async () => {
    const [source, target] = [on('source'), on('target')];
    await fill(source.context);
    await exportLogCommand(source.context, 'a.ndjson');
    await expect(exportLogCommand(source.context, 'a.ndjson')).rejects.toMatchObject({ exitCode: 2 });
    expect(existsSync(join(root, 'a.ndjson'))).toBe(true);
    await importLogCommand(target.context, 'a.ndjson', {});
    await expect(importLogCommand(target.context, 'a.ndjson', {})).rejects.toMatchObject({ code: 'log.not-empty' });
    expect(await importLogCommand(target.context, 'a.ndjson', { intoExisting: true })).toBe(0);
    truncateSync(join(root, 'a.ndjson'), 900);
    await expect(importLogCommand(on('third').context, 'a.ndjson', {})).rejects.toMatchObject({ code: 'log.export-broken' });
    await expect(importLogCommand(on('third').context, 'none.ndjson', {})).rejects.toMatchObject({ exitCode: 2 });
  });

  it('leave no file behind when the export fails, and the folder free', async () => {
    const source = on('source');
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
    await expect(topicsApply(on('source').context, {})).rejects.toMatchObject({ exitCode: 2 });
  });
});
