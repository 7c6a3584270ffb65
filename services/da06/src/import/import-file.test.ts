import { listen } from '@da06/service-kit';
import type { Listener } from '@da06/service-kit';
import { tempFolder } from '@da06/testkit';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from './batches.ts';
import { findPath, importFormats } from './format.ts';
import { importFile } from './import-file.ts';
import type { ImportOptions } from './import-file.ts';
import { fetchMarkedFile } from './marked-file.ts';
import { createMarkedReport, createReceiptsFile, createReport } from './report.ts';

const root = tempFolder(afterAll);
const bodies: string[] = [];
const urls: string[] = [];
let answers: (() => Response)[] = [];
let server: Listener;

/** Answers a batch as a host would: every record whose text holds "bad" is rejected. */
const answerTo = (body: string): Response => {
  const items = body.split('\n').filter(Boolean).map((line, index) => ({
    index, ref: (JSON.parse(line) as { ref: string }).ref, ...(line.includes('bad')
      ? { status: 'rejected', eventId: null, faults: [{ pointer: '/guest/sex', code: 'sex.unknown', severity: 'reject', vi: 'Giới tính "lạ"', en: 'Sex', received: 'bad' }] }
      : { status: 'accepted', eventId: `e${index}`, faults: [] }),
  }));
  const rejected = items.filter(({ status }) => status === 'rejected').length;
  return Response.json({ received: items.length, accepted: items.length - rejected, duplicate: 0, amended: 0, late: 0, rejected, receipt: null, items }, { status: rejected > 0 ? 207 : 200 });
};

beforeAll(async () => {
  server = await listen({
    hostname: '127.0.0.1', port: 0,
    fetch: async (request) => {
      const body = await request.text();
      bodies.push(body);
      urls.push(request.url);
      return answers.shift()?.() ?? answerTo(body);
    },
  });
});
afterAll(() => server.close());
beforeEach(() => {
  bodies.length = 0;
  answers = [];
});

const run = async (name: string, text: string, { patienceMs = 60_000, ...changed }: Partial<ImportOptions> & { readonly patienceMs?: number } = {}) => {
  const file = join(root, name);
  writeFileSync(file, text);
  let clock = 0;
  return await importFile({
    file, of: { facility: 'ks-1' }, path: '/v1/facilities/ks-1/stays', format: 'ndjson', limits: { ...defaultLimits, maxRecords: 2 },
    report: createReport(`${file}.rejected.csv`), receipts: createReceiptsFile(`${file}.receipts`),
    send: { target: () => Promise.resolve({ url: server.url, key: 'k' }), timeoutMs: 5_000, patienceMs, now: () => (clock += 100), sleep: () => Promise.resolve() },
    onProgress: () => {}, onRetry: () => {}, ...changed,
  });
};

const line = (ref: string, note = ''): string => `${JSON.stringify({ ref, note })}\n`;

describe('importFile', () => {
  it('sends a list of QR texts whole, with what holds for all, and reports by its lines', async () => {
    const item = { index: 0, ref: 'k-1', status: 'rejected', at: { line: 7 }, faults: [{ pointer: '/qr', code: 'qr.format', severity: 'reject', vi: 'v.', en: 'e.' }] };
    answers = [() => Response.json({ received: 1, accepted: 0, duplicate: 0, amended: 0, late: 0, rejected: 1, receipt: null, items: [item] }, { status: 422 })];
    const summary = await run('q.txt', 'a|b\n', { format: 'qr', shared: { arrival: '2026-11-20 14:00', reason: 'tourism' } });
    expect(summary).toMatchObject({ rejected: 1, batches: 1 });
    expect(bodies).toEqual(['a|b\n']);
    expect(urls.at(-1)).toMatch(/stays\?arrival=2026-11-20\+14%3A00&reason=tourism$/);
    expect(readFileSync(join(root, 'q.txt.rejected.csv'), 'utf8')).toContain('"7","k-1","/qr","qr.format"');
  });

  it('keeps a workbook as it comes back once a row of it was rejected', async () => {
    const reject = { received: 2, accepted: 1, duplicate: 0, amended: 0, late: 0, rejected: 1, receipt: null, items: [] };
    answers = [() => Response.json(reject, { status: 207 }), () => new Response('marked', { status: 207, headers: { 'content-type': importFormats.xlsx.contentType } })];
    const path = join(root, 'w.xlsx.rejected.xlsx');
    const target = (): Promise<{ url: string; key: string }> => Promise.resolve({ url: server.url, key: 'k' });
    const summary = await run('w.xlsx', 'PK', { format: 'xlsx', report: createMarkedReport(path, (batch) => fetchMarkedFile(batch, { target, path: '/v1/facilities/ks-1/stays', timeoutMs: 5_000 })) });
    expect([summary.report, readFileSync(path, 'utf8'), bodies]).toEqual([path, 'marked', ['PK', 'PK']]);
    expect(urls.at(-1)).toMatch(/\?validate=only$/);
  });

  it('sends records of a register to their own address, and no format that a register does not take; incidents as lines, rows or an array', async () => {
    const of = { register: 'workers' } as const;
    expect(await run('r.ndjson', line('1'), { of, path: String(findPath('ndjson', of)) })).toMatchObject({ accepted: 1, facility: '', register: 'workers' });
    expect(urls.at(-1)).toMatch(/\/v1\/workers$/);
    expect((Object.keys(importFormats) as (keyof typeof importFormats)[]).filter((format) => findPath(format, of) === undefined)).toEqual(['xml', 'qr', 'kbtt-foreign', 'kbtt-vietnamese', 'kbtt-departures']);
    expect((Object.keys(importFormats) as (keyof typeof importFormats)[]).map((format) => findPath(format, { register: 'incidents' })).filter((path) => path !== undefined)).toEqual(['/v1/incidents', '/v1/incidents', '/v1/incidents']);
  });

  it('sends in order, counts, and keeps an answer a line', async () => {
    expect(await run('a.ndjson', line('1') + line('2') + line('3'))).toMatchObject({ received: 3, accepted: 3, rejected: 0, batches: 2, retries: 0, report: null });
    expect(readFileSync(join(root, 'a.ndjson.receipts'), 'utf8').trim().split('\n')).toHaveLength(2);
    expect(existsSync(join(root, 'a.ndjson.rejected.csv'))).toBe(false);
  });

  it('lists a rejected record by its line in the file, without its values', async () => {
    expect(await run('b.ndjson', line('1') + line('2') + '\n' + line('3', 'bad')).then(({ rejected }) => rejected)).toBe(1);
    expect(readFileSync(join(root, 'b.ndjson.rejected.csv'), 'utf8')).toBe('\ufeffline,ref,pointer,code,severity,vi,en\r\n"4","3","/guest/sex","sex.unknown","reject","Giới tính ""lạ""","Sex"\r\n');
  });

  it.each([
    ['503', () => new Response('', { status: 503, headers: { 'retry-after': '1' } })],
    ['429', () => new Response('', { status: 429 })],
    ['a cut-off answer', () => new Response('{"received":')],
  ])('sends a batch again after %s, the same bytes', async (_, failing) => {
    answers = [failing];
    expect(await run('c.ndjson', line('1'))).toMatchObject({ accepted: 1, retries: 1 });
    expect(bodies).toEqual([line('1'), line('1')]);
  });

  it('gives up with 3 when nothing answers for long', async () => {
    answers = Array.from({ length: 100 }, () => () => new Response('', { status: 503 }));
    await expect(run('d.ndjson', line('1'), { patienceMs: 1_000 })).rejects.toMatchObject({ exitCode: 3 });
  });

  it('ends with 2 when the host refuses the request, or the file holds nothing', async () => {
    answers = [() => Response.json({ code: 'facility.unknown', title: 'There is no such facility.' }, { status: 404 })];
    await expect(run('e.ndjson', line('1'))).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining('facility.unknown') as string });
    await expect(run('f.ndjson', '\n')).rejects.toMatchObject({ exitCode: 2 });
  });
});
