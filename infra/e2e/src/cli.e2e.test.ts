import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sheetOf } from '@da06/registration/record-corpus';
import { da06, startHost } from './harness/host.ts';
import type { RunningHost } from './harness/host.ts';
import { facility, facilityId, ndjson, stayOf } from './harness/stays.ts';
import { residentOf } from './harness/records.ts';
import { tempFolder } from './harness/temp.ts';

const folder = tempFolder('cli');
const data = join(folder.path, 'data');
const at = (name: string): string => join(folder.path, name);
let host: RunningHost;
beforeAll(async () => {
  host = await startHost(data);
  await host.call('POST', '/v1/facilities', facility);
});
afterAll(async () => {
  await host.stop();
  folder.remove();
});

const csvHeader = 'ref,full_name,birth_date,sex,nationality,document_kind,document_number,arrival,room,reason';
const csvRow = (ref: string, sex: string): string => `${ref},"Lê, Thị Mẫu",1990-05-15,${sex},VNM,cccd,070190000123,2026-11-20T14:00:00+07:00,101,tourism`;

describe('da06 on a running host', () => {
  it('imports NDJSON, keeps the answers and ends with 0', async () => {
    writeFileSync(at('good.ndjson'), ndjson(250, { now: Date.now() }));
    const run = await da06(data, ['import', at('good.ndjson'), '--facility', facilityId, '--receipts', at('good.receipts'), '--batch', '100']);
    expect(run).toMatchObject({ code: 0 });
    expect(JSON.parse(run.stdout)).toMatchObject({ received: 250, accepted: 250, rejected: 0, batches: 3, report: null });
    const verified = await da06(data, ['verify', '--receipts', at('good.receipts'), '--wait', '30']);
    expect(JSON.parse(verified.stdout)).toEqual({ receipts: 250, found: 250, missing: 0, twice: 0, rejected: 0 });
    expect(verified.code).toBe(0);
    expect((await da06(data, ['receipt', 'verify', at('good.receipts')])).code).toBe(0);
  });

  it('ends with 1 when records were rejected, and lists them by their line without repeating a value', async () => {
    writeFileSync(at('mixed.csv'), `\ufeff${csvHeader}\r\n${csvRow('C-1', 'F')}\r\n${csvRow('C-2', 'nữ giới?')}\r\n${csvRow('C-3', 'F')}\r\n`);
    const run = await da06(data, ['import', 'mixed.csv', '--facility', facilityId], { INIT_CWD: folder.path });
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ received: 3, accepted: 2, rejected: 1, report: at('mixed.csv.rejected.csv') });
    const report = readFileSync(at('mixed.csv.rejected.csv'), 'utf8');
    expect(report).toMatch(/^\ufeffline,ref,pointer,code,severity,vi,en\r\n"3","C-2"/);
    expect(report).not.toContain('Lê');
  });

  it('imports records of a register, verifies what was told of them, and marks a sheet that holds a bad one', async () => {
    writeFileSync(at('residents.ndjson'), Array.from({ length: 150 }, (_, number) => JSON.stringify(residentOf(number))).join('\n'));
    const run = await da06(data, ['import', at('residents.ndjson'), '--register', 'residents', '--receipts', at('residents.receipts'), '--batch', '100']);
    expect(JSON.parse(run.stdout)).toMatchObject({ facility: '', register: 'residents', received: 150, accepted: 150, batches: 2 });
    const verified = await da06(data, ['verify', '--receipts', at('residents.receipts'), '--wait', '30']);
    expect(JSON.parse(verified.stdout)).toEqual({ receipts: 150, found: 150, missing: 0, twice: 0, rejected: 0 });
    const [first] = readFileSync(at('residents.receipts'), 'utf8').split('\n');
    writeFileSync(at('residents.json'), String(first));
    expect(JSON.parse((await da06(data, ['receipt', 'verify', at('residents.json')])).stdout)).toMatchObject({ valid: true, facility: '', register: 'residents', items: 100 });

    const template = Buffer.from(await (await host.call('GET', '/v1/residents/template.xlsx')).arrayBuffer());
    expect(template.subarray(0, 2).toString()).toBe('PK');
    writeFileSync(at('residents.xlsx'), sheetOf('residents', [residentOf(0), { ...residentOf(151), unit: 'Xã Mẫu' }]));
    const sheet = await da06(data, ['import', at('residents.xlsx'), '--register', 'residents']);
    expect([sheet.code, JSON.parse(sheet.stdout)]).toMatchObject([1, { received: 2, accepted: 1, rejected: 1, report: at('residents.xlsx.rejected.xlsx') }]);
    expect(readFileSync(at('residents.xlsx.rejected.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('imports trips of a coach by the kind of the facility, and verifies what was told of them; a file in which no trip can come is wrong use', async () => {
    await host.call('POST', '/v1/facilities', { id: 'xe-thu-01', kind: 'coach', name: 'Nhà xe Thử', unit: 'W25357@2025', validFrom: '2026-01-01' });
    const rows = Array.from({ length: 30 }, (_, number) => `CH-${String(number)},Tân Khai,Lộc Ninh,2026-11-01 20:00,${String(number)},93B-012.34`);
    writeFileSync(at('trips.csv'), ['ref,from,to,departs_at,passengers,plate', ...rows].join('\n'));
    const run = await da06(data, ['import', at('trips.csv'), '--facility', 'xe-thu-01', '--receipts', at('trips.receipts'), '--batch', '20']);
    expect([run.code, JSON.parse(run.stdout)]).toMatchObject([0, { facility: 'xe-thu-01', received: 30, accepted: 30, batches: 2 }]);
    const verified = await da06(data, ['verify', '--receipts', at('trips.receipts'), '--wait', '30']);
    expect(JSON.parse(verified.stdout)).toEqual({ receipts: 30, found: 30, missing: 0, twice: 0, rejected: 0 });
    writeFileSync(at('trips.xml'), '<a/>');
    expect((await da06(data, ['import', at('trips.xml'), '--facility', 'xe-thu-01'])).code).toBe(2);
  });

  it('finds a changed answer with 1', async () => {
    const answer = JSON.parse(readFileSync(at('good.receipts'), 'utf8').split('\n')[0] ?? '') as { items: { status: string }[] };
    for (const item of answer.items.slice(0, 1)) item.status = 'duplicate';
    writeFileSync(at('changed.json'), JSON.stringify(answer));
    const run = await da06(data, ['receipt', 'verify', at('changed.json')]);
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toEqual({ valid: false, reason: 'items-changed' });
  });

  it.each([
    ['a file that is not there', ['import', '/nowhere.csv', '--facility', facilityId]],
    ['an unknown facility', ['import', 'good.ndjson', '--facility', 'ks-khong-co']],
    ['an unknown command', ['nonsense']],
    ['a missing option', ['import', 'good.ndjson']],
    ['a facility beside a register', ['import', 'good.ndjson', '--facility', facilityId, '--register', 'workers']],
    ['a register that is none', ['import', 'good.ndjson', '--register', 'voters']],
    ['a format that a register does not take', ['import', 'good.ndjson', '--register', 'workers', '--format', 'qr']],
    ['SQL that does not parse', ['sql', 'SELEC 1']],
    ['SQL that writes', ['sql', "INSERT INTO raw_facilities_v1 SELECT * FROM raw_facilities_v1"]],
    ['a receipts file that is none', ['verify', '--receipts', 'mixed.csv']],
  ])('ends with 2 for %s', async (_, args) => {
    const run = await da06(data, args, { INIT_CWD: folder.path });
    expect([run.code, run.stdout, run.stderr.slice(0, 300)]).toEqual([2, '', expect.stringMatching('.')]);
  });

  it.each([
    ['programme', 'KAFKA_BROKERS'],
    ['console', 'CLICKHOUSE_URL'],
    ['registration', 'KAFKA_BROKERS'],
    ['projector', 'KAFKA_BROKERS'],
    ['nothing', 'Allowed choices'],
  ])('ends with 2 for serve %s, which it cannot, and says why', async (service, why) => {
    const run = await da06(join(folder.path, 'other'), ['serve', service]);
    expect([run.code, run.stdout, run.stderr]).toEqual([2, '', expect.stringContaining(why)]);
  });

  it('prints a query’s result and nothing else on stdout', async () => {
    const run = await da06(data, ['sql', 'SELECT count() AS n FROM stays', '--format', 'JSONEachRow']);
    expect(run).toMatchObject({ code: 0 });
    expect(Number((JSON.parse(run.stdout) as { n: string | number }).n)).toBeGreaterThanOrEqual(250);
  });

  it('issues a key that works for its own facility alone', async () => {
    const run = await da06(data, ['key', 'issue', '--name', 'PMS', '--role', 'feed', '--facility', facilityId]);
    expect(run.code).toBe(0);
    const { key } = JSON.parse(run.stdout) as { id: string; key: string };
    const put = (id: string) => fetch(`${host.url}/v1/facilities/${id}/stays/KEY-1`, { method: 'PUT', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, body: JSON.stringify({ ...stayOf(1, { now: Date.now() }), ref: 'KEY-1' }) });
    expect((await put(facilityId)).status).toBe(201);
    await host.call('POST', '/v1/facilities', { ...facility, id: 'ks-khac' });
    expect((await put('ks-khac')).status).toBe(403);
    expect((await fetch(`${host.url}/v1/admin/dead-letters`, { headers: { authorization: `Bearer ${key}` } })).status).toBe(403);
    expect((await fetch(`${host.url}/v1/admin/dead-letters`)).status).toBe(401);
  });

  it('keeps the administrator’s key for its owner', () => {
    expect(statSync(join(data, 'admin.key')).mode & 0o777).toBe(0o600);
  });

  it('lets no second host have the folder, and says which process holds it', async () => {
    const second = await da06(data, ['start']);
    expect(second.code).toBe(3);
    expect(second.stderr).toContain(String(host.pid));
  });
});

describe('da06 without a host', () => {
  const alone = join(folder.path, 'alone');

  it('starts one for an import and ends it afterwards', async () => {
    const made = await startHost(alone);
    await made.call('POST', '/v1/facilities', facility);
    expect(await made.stop()).toBe(0);
    expect(existsSync(join(alone, 'host.json'))).toBe(false);
    const run = await da06(alone, ['import', at('good.ndjson'), '--facility', facilityId]);
    expect(run).toMatchObject({ code: 0 });
    expect(existsSync(join(alone, 'host.json'))).toBe(false);
  });

  it('opens the folder itself for sql and verify', async () => {
    const run = await da06(alone, ['sql', 'SELECT count() FROM stays']);
    expect(run).toMatchObject({ code: 0, stdout: '250\n' });
    const verified = await da06(alone, ['verify']);
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.stdout)).toMatchObject({ missing: 0, twice: 0 });
  });

  it('ends with 3 for what needs a host, and for a host that does not answer', async () => {
    expect((await da06(alone, ['key', 'issue', '--name', 'x', '--role', 'admin'])).code).toBe(3);
    expect((await da06(alone, ['sql', 'SELECT 1'], { DA06_URL: 'http://127.0.0.1:9' })).code).toBe(3);
  });
});
