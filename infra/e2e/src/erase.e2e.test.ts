import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { childEnvironment } from './harness/config.ts';
import { da06, startHost } from './harness/host.ts';
import type { RunningHost } from './harness/host.ts';
import { root } from './harness/root.ts';
import { facility, facilityId, stayOf } from './harness/stays.ts';
import { tempFolder } from './harness/temp.ts';

const folder = tempFolder('erase');
const data = join(folder.path, 'data');
const base = `/v1/facilities/${facilityId}/stays`;
const number = '070190000123';
let host: RunningHost;
beforeAll(async () => {
  host = await startHost(data);
  await host.call('POST', '/v1/facilities', facility);
  for (const [ref, of] of [['E-1', number], ['E-2', '070190555777']] as const) {
    await host.call('PUT', `${base}/${ref}`, { ...stayOf(1, { now: Date.now() }), ref, guest: { fullName: 'Trần Thị Mai', birthDate: '1990-05-15', sex: 'F', nationality: 'VNM', document: { kind: 'cccd', number: of } } });
  }
});
afterAll(async () => {
  await host.stop();
  folder.remove();
});

const identity = async (ref: string): Promise<unknown> => ((await (await host.call('GET', `${base}/${ref}`)).json()) as { identity: string }).identity;

/** `da06 erase` with the number on stdin. */
const eraseByStdin = (typed: string): Promise<{ code: number | null; stdout: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['infra/setup/run.mjs', 'services/da06/src/main.ts', 'erase', '--kind', 'cccd', '--number', '-', '--reason', 'subject-request'], { cwd: root, env: childEnvironment({ DA06_DATA: data }), stdio: ['pipe', 'pipe', 'inherit'] });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.once('close', (code) => resolve({ code, stdout }));
    child.stdin.end(`${typed}\n`);
  });

describe('da06 erase on a running host', () => {
  const args = ['erase', '--kind', 'cccd', '--number', number, '--reason', 'subject-request'];

  it('counts in a dry run and changes nothing', async () => {
    const run = await da06(data, [...args, '--dry-run']);
    expect(run).toMatchObject({ code: 0 });
    expect(JSON.parse(run.stdout)).toMatchObject({ dryRun: true, persons: 1, stays: 1, keys: 1, masterKey: null });
    expect(await identity('E-1')).toBe('shown');
  });

  it('reads the number from stdin, prints the signed record, and the host goes on under the new key', async () => {
    const run = await eraseByStdin(number);
    expect(run.code).toBe(0);
    expect(run.stdout).not.toContain(number);
    const printed = JSON.parse(run.stdout) as { keys: number; record: object };
    expect(printed).toMatchObject({ keys: 1, record: { reason: 'subject-request', receipt: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string } });
    expect(readFileSync(join(data, 'erasures.jsonl'), 'utf8')).toBe(`${JSON.stringify(printed.record)}\n`);
    expect([await identity('E-1'), await identity('E-2')]).toEqual(['erased', 'shown']);
    expect((await host.call('PUT', `${base}/E-3`, { ...stayOf(3, { now: Date.now() }), ref: 'E-3' })).status).toBe(201);
    expect(await identity('E-3')).toBe('shown');
    expect((await da06(data, ['verify', '--wait', '30'])).code).toBe(0);
    expect(await host.sql("SELECT type, count() AS n FROM events WHERE type LIKE '%erased%' OR type LIKE '%rotated%' GROUP BY type ORDER BY type")).toHaveLength(2);
  });

  it('ends with 1 when there is nothing to erase, and with 2 when it is used wrongly', async () => {
    const again = await da06(data, args);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('Nothing found')]);
    for (const wrong of [['erase', '--kind', 'cccd'], ['erase', '--kind', 'cccd', '--number', '1', '--reason', 'because'], ['retention', '--as-of', 'today'], ['erase', '--kind', 'tax', '--number', '1', '--reason', 'test-data']]) expect([wrong, (await da06(data, wrong)).code]).toEqual([wrong, 2]);
  });

  it('counts what retention would destroy, and changes the master key alone', async () => {
    const counted = await da06(data, ['retention', '--as-of', '2040-01-01']);
    expect(JSON.parse(counted.stdout)).toMatchObject({ asOf: '2040-01-01', cutoff: '2038-01-01', stays: 3, keys: 2, applied: false });
    expect((await da06(data, ['key', 'rotate-master'])).code).toBe(0);
    expect([await identity('E-1'), await identity('E-2')]).toEqual(['erased', 'shown']);
    // A day to come is for counting alone: a mistyped year must not close the identities of guests who are in the house.
    const tooEarly = await da06(data, ['retention', '--as-of', '2040-01-01', '--apply']);
    expect([tooEarly.code, tooEarly.stderr]).toEqual([2, expect.stringContaining('still to come')]);
    const old = { ...stayOf(9, { now: Date.now() }), ref: 'E-9', arrival: '2020-01-01T10:00:00+07:00', expectedDeparture: '2020-01-02T10:00:00+07:00' };
    expect((await host.call('PUT', `${base}/E-9`, old)).status).toBe(201);
    const applied = await da06(data, ['retention', '--apply']);
    expect(JSON.parse(applied.stdout)).toMatchObject({ stays: 1, keys: 1, applied: true });
    expect([await identity('E-2'), await identity('E-3'), await identity('E-9')]).toEqual(['shown', 'shown', 'erased']);
  });
});

describe('da06 restore', () => {
  it('without identities brings back what is counted, and takes in more', async () => {
    await host.call('PUT', `${base}/E-4`, { ...stayOf(4, { now: Date.now() }), ref: 'E-4' });
    const backup = join(folder.path, 'backup');
    const backedUp = await da06(data, ['backup', backup]);
    expect([backedUp.code, backedUp.stderr]).toEqual([0, expect.stringContaining('not in the backup')]);
    const restored = join(folder.path, 'restored');
    expect((await da06(restored, ['restore', backup])).code).toBe(2);
    const run = await da06(restored, ['restore', backup, '--without-identities']);
    expect([run.code, JSON.parse(run.stdout)]).toEqual([0, expect.objectContaining({ masterKey: null })]);
    const other = await startHost(restored);
    try {
      expect(await (await other.call('GET', `${base}/E-4`)).json()).toMatchObject({ identity: 'erased', status: 'open' });
      expect((await other.call('PUT', `${base}/E-5`, { ...stayOf(5, { now: Date.now() }), ref: 'E-5' })).status).toBe(201);
      expect(await (await other.call('GET', `${base}/E-5`)).json()).toMatchObject({ identity: 'shown' });
    } finally {
      await other.stop();
    }
  });
});
