import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHost } from './harness/host.ts';
import type { RunningHost } from './harness/host.ts';
import { eventually, tempFolder } from './harness/temp.ts';

const folder = tempFolder('tour');
let host: RunningHost;
beforeAll(async () => {
  host = await startHost(join(folder.path, 'data'));
});
afterAll(async () => {
  await host.stop();
  folder.remove();
});

/** The commands of the banner, as a person would paste them. */
const printedTour = (): string => host.stdout().split('\n').filter((line) => /^ {2}(KEY=|curl|npm)|^ {4}-d /.test(line)).map((line) => line.trim()).join('\n');

describe('a host on an empty folder', () => {
  it('says on its first page, in Vietnamese and English, what to do next', async () => {
    const page = await (await fetch(host.url)).text();
    expect(page).toContain('Chưa có lượt lưu trú nào');
    expect(page).toContain('Make a facility');
    expect(page).toContain('/docs');
  });

  it('is ready without a demonstration', async () => {
    // The units and definitions of the first start are on their way to the tables.
    await expect.poll(async () => (await fetch(`${host.url}/readyz`)).json(), { timeout: 60_000 }).toEqual({ status: 'ready', demonstration: 'off', lag: 0 });
  });

  it('prints its addresses, where the key is, and a tour that works as printed', async () => {
    await host.prints(host.url);
    await host.prints('admin.key');
    const script = printedTour();
    const lines = script.split('\n');
    const run = async (text: string): Promise<string> => (await promisify(execFile)('sh', ['-c', text])).stdout;
    const made = await run(lines.slice(0, 3).join('\n'));
    expect(JSON.parse(made)).toMatchObject({ id: 'ks-tan-khai-01', model: 9 });
    const registered = await run([lines[0], ...lines.slice(3, 5)].join('\n'));
    expect(JSON.parse(registered)).toMatchObject({ status: 'accepted', registrationNumber: expect.stringMatching(/^LT[0-9A-HJKMNP-TV-Z]{16}$/) as string });
    const row = await eventually('the stay in SQL', 120_000, async () => {
      const found = await run(lines.slice(5).join('\n'));
      return found.includes('FD-1') ? found : undefined;
    });
    expect(row).toContain('ks-tan-khai-01');
    expect(row).not.toContain('Trần Thị Mẫu');
  });
});
