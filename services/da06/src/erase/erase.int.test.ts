import { createEmbeddedLog } from '@da06/event-log';
import { parseEvent, topics } from '@da06/events';
import type { Envelope } from '@da06/events';
import { loadReceiptKeys } from '@da06/registration';
import { tempFolder } from '@da06/testkit';
import { createSystemSealer, loadHashKey } from '@da06/vault';
import { compactVerify, createLocalJWKSet } from 'jose';
import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { backupFolder } from '../backup/backup.ts';
import { restoreFolder } from '../backup/restore.ts';
import { dataPaths } from '../data-folder/paths.ts';
import { eraseInFolder } from './open-eraser.ts';
import { keepRecords, readRecords, verifyRecord } from './record.ts';
import type { EraseOutcome, EraseRequest, Erasure } from './request.ts';
import { configOf, testLogger, withRegistering } from './folder.fixture.ts';
import { binhName, maiName, maiStays, numbers, otherStays, registerGuests, shownStays } from './guests.fixture.ts';

let filled = '';
beforeAll(async () => {
  filled = join(tempFolder(() => undefined), 'data');
  await withRegistering(configOf(filled), registerGuests);
});

/** A data folder with the guests in it, of one's own. */
const copyOfFilled = (): string => {
  const data = join(tempFolder(onTestFinished), 'data');
  cpSync(filled, data, { recursive: true });
  return data;
};
const mai: Erasure = { what: 'person', kind: 'cccd', number: numbers.mai, state: 'VNM', reason: 'subject-request', note: '' };
const request = (erasure: Erasure, more: Partial<EraseRequest> = {}): EraseRequest => ({ erasure, dryRun: false, backups: [], newMasterKeyFile: null, ...more });
const eraseIn = (data: string, erasure: Erasure, more: Partial<EraseRequest> = {}, env: Record<string, string> = {}): Promise<EraseOutcome> => eraseInFolder(configOf(data, env), request(erasure, more), { logger: testLogger });
const shown = (data: string, env: Record<string, string> = {}) => withRegistering(configOf(data, env), (registering) => shownStays(registering, [...maiStays, ...otherStays]));
const identities = async (data: string, env: Record<string, string> = {}): Promise<Record<string, string>> => Object.fromEntries(Object.entries(await shown(data, env)).map(([ref, { identity }]) => [ref, identity]));
const all = (identity: string) => Object.fromEntries([...maiStays, ...otherStays].map((ref) => [ref, identity]));
const maiErased = Object.fromEntries([...maiStays.map((ref) => [ref, 'erased']), ...otherStays.map((ref) => [ref, 'shown'])]) as Record<string, string>;
const masterKeyOf = (data: string): string => readFileSync(join(data, 'master.key'), 'utf8');
const backUp = async (data: string): Promise<string> => {
  const folder = join(tempFolder(onTestFinished), 'backup');
  const log = createEmbeddedLog({ path: join(data, 'log') });
  await backupFolder({ log, paths: dataPaths(data), masterKey: Buffer.from(masterKeyOf(data).trim(), 'hex'), now: Date.now }, folder);
  await log.close();
  return folder;
};
const eventsOf = async (data: string, type: string): Promise<Envelope[]> => {
  const log = createEmbeddedLog({ path: join(data, 'log') });
  const records = await log.read({ topic: topics.security, partition: 0, from: 0n, limit: 10_000 });
  await log.close();
  return records.flatMap(({ value }) => {
    const parsed = parseEvent(value);
    return parsed.ok && parsed.event.type === type ? [parsed.event] : [];
  });
};

describe('erasing a person', () => {
  it.each([['the card', mai], ['the old paper that is linked with it', { ...mai, kind: 'cmnd', number: numbers.maiOld }]])('by %s closes every envelope of theirs, whatever key it is under, and none of others', async (_, erasure) => {
    const data = copyOfFilled();
    expect(await identities(data)).toEqual(all('shown'));
    const before = masterKeyOf(data);
    const outcome = await eraseIn(data, erasure);
    expect(outcome).toMatchObject({ stays: 6, sharedWith: 0, dryRun: false });
    expect(masterKeyOf(data)).not.toBe(before);
    const after = await shown(data);
    expect(Object.fromEntries(Object.entries(after).map(([ref, { identity }]) => [ref, identity]))).toEqual(maiErased);
    for (const ref of maiStays) expect(after[ref]?.text).not.toMatch(/Mai|gối|muộn|không đến/);
    expect(after['M-1']?.text).toContain('"reason":"tourism"');
    expect(after['B-1']?.text).toContain(binhName);
    expect(readdirSync(data).filter((name) => /next|pending|master/.test(name))).toEqual(['master.key']);
    expect(await eraseIn(data, erasure)).toMatchObject({ keys: 0, masterKey: null, records: [] });
  });

  it('counts in a dry run, and for one who is not there, without a change', async () => {
    const data = copyOfFilled();
    const before = masterKeyOf(data);
    expect(await eraseIn(data, mai, { dryRun: true })).toMatchObject({ dryRun: true, stays: 6, masterKey: null, records: [] });
    expect(await eraseIn(data, { ...mai, number: '070190999999' })).toMatchObject({ keys: 0, stays: 0, masterKey: null });
    expect([masterKeyOf(data), existsSync(join(data, 'erasures.jsonl')), await identities(data)]).toEqual([before, false, all('shown')]);
    await expect(eraseIn(data, { ...mai, kind: 'tax-code' })).rejects.toMatchObject({ code: 'document.kind-unknown' });
  });

  it('is recorded: signed, with the note sealed, and nobody named', async () => {
    const data = copyOfFilled();
    const { records, keys, masterKey } = await eraseIn(data, { ...mai, note: `theo đơn của ${maiName}` });
    const [record] = records;
    if (record === undefined) throw new Error('no record');
    const { jwks } = await loadReceiptKeys(join(data, 'receipt-keys'), Date.now);
    const { payload, protectedHeader } = await compactVerify(record.receipt, createLocalJWKSet(jwks));
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'da06-erasure' });
    expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({ id: record.id, reason: 'subject-request', persons: record.persons, keys });
    expect(record.persons).toHaveLength(2);
    await expect(verifyRecord({ ...record, keyIds: record.keyIds.slice(1) }, jwks)).rejects.toMatchObject({ code: 'erasure.invalid' });
    await expect(verifyRecord({ ...record, receipt: `${record.receipt.slice(0, -4)}AAAA` }, jwks)).rejects.toMatchObject({ code: 'erasure.invalid' });
    expect(readRecords(join(data, 'erasures.jsonl'))).toEqual(records);
    expect(statSync(join(data, 'erasures.jsonl')).mode & 0o777).toBe(0o600);
    const [event] = await eventsOf(data, 'vn.da06.identity.erased.v1');
    expect(event).toMatchObject({ subject: record.id, actor: 'admin:folder', data: { id: record.id, keys, keyIds: record.keyIds, receipt: record.receipt, replayed: false } });
    expect(JSON.stringify([event, records])).not.toMatch(/Mai|070190000123|285123456/);
    const sealed = event?.data['sealed'] as { keyId: string; blob: string };
    expect(createSystemSealer(loadHashKey(data)).openSystem(sealed).toString()).toBe(`theo đơn của ${maiName}`);
    expect(await eventsOf(data, 'vn.da06.master-key.rotated.v1')).toMatchObject([{ data: { id: record.id, ...masterKey } }]);
  });

  it('tells when the key of a wrong number is its holder’s too', async () => {
    const data = copyOfFilled();
    await withRegistering(configOf(data), async ({ call }) => {
      const stays = ['X-1', 'X-2'].map((ref) => ({ ref, guest: { fullName: binhName, birthDate: '1985-01-20', sex: 'M', nationality: 'VNM', document: { kind: 'cccd', number: numbers.binh } }, arrival: '2026-11-20', room: '1', reason: 'tourism' }));
      await call('POST', '/v1/facilities/ks-thu-01/stays', stays);
      await call('PATCH', '/v1/facilities/ks-thu-01/stays/X-1', { guest: { document: { kind: 'cccd', number: numbers.mai } }, correctionReason: 'x' });
    });
    expect(await eraseIn(data, mai)).toMatchObject({ stays: 7, sharedWith: 1 });
  });

  it('brings the backups that are named along, and closes the others', async () => {
    const data = copyOfFilled();
    const old = masterKeyOf(data);
    const [named, other] = [await backUp(data), await backUp(data)];
    expect(existsSync(join(named, 'master.key'))).toBe(false);
    expect(await eraseIn(data, mai, { backups: [named] })).toMatchObject({ backups: [named] });
    const restored = (name: string): string => join(data, '..', name);
    const options = (name: string) => ({ source: configOf(restored(name)).masterKey, masterKeyFile: join(data, 'master.key') });
    await restoreFolder(named, restored('one'), options('one'));
    expect(await identities(restored('one'))).toEqual(maiErased);
    expect(readRecords(join(restored('one'), 'erasures.jsonl'))).toHaveLength(1);
    await expect(restoreFolder(other, restored('two'), options('two'))).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining('another master key') as string });
    await expect(eraseIn(data, { ...mai, number: numbers.binh }, { backups: [other] })).rejects.toMatchObject({ code: 'backup.invalid' });
    expect(await identities(data)).toEqual(maiErased);
    // The control: whoever kept the old master key opens the old backup, and what erases it there is the replay of the record.
    writeFileSync(join(data, '..', 'kept'), old);
    await restoreFolder(other, restored('three'), { ...options('three'), masterKeyFile: join(data, '..', 'kept') });
    expect(await identities(restored('three'))).toEqual(all('shown'));
    const records = readRecords(join(data, 'erasures.jsonl'));
    expect(await eraseIn(restored('three'), { what: 'replay', records })).toMatchObject({ what: 'replay', stays: 6 });
    expect(await identities(restored('three'))).toEqual(maiErased);
    expect(await eventsOf(restored('three'), 'vn.da06.identity.erased.v1')).toMatchObject([{ data: { id: records[0]?.id, replayed: true } }]);
    expect(await eraseIn(restored('three'), { what: 'replay', records })).toMatchObject({ keys: 0, masterKey: null });
    await expect(eraseIn(restored('three'), { what: 'replay', records: records.map((record) => ({ ...record, persons: [] })) })).rejects.toMatchObject({ code: 'erasure.invalid' });
  });
});

describe('a master key that is kept elsewhere', () => {
  it('is replaced by the one that is given, and nothing starts with the old one', async () => {
    const data = copyOfFilled();
    const env = { DA06_MASTER_KEY: masterKeyOf(data).trim() };
    const next = join(data, '..', 'next.key');
    writeFileSync(next, `${'5'.repeat(64)}\n`);
    await expect(eraseIn(data, mai, {}, env)).rejects.toMatchObject({ code: 'vault.master-read-only' });
    expect(await eraseIn(data, mai, { newMasterKeyFile: next }, env)).toMatchObject({ external: true, stays: 6 });
    await expect(identities(data, env)).rejects.toMatchObject({ code: 'vault.master-wrong' });
    expect(await identities(data, { DA06_MASTER_KEY: '5'.repeat(64) })).toEqual(maiErased);
  });

  it('is never made anew beside a vault that holds keys', async () => {
    const data = copyOfFilled();
    const env = { DA06_MASTER_KEY_FILE: join(data, '..', 'elsewhere') };
    await expect(identities(data, env)).rejects.toMatchObject({ code: 'vault.master-missing' });
    copyFileSync(join(data, 'master.key'), env.DA06_MASTER_KEY_FILE);
    expect(await eraseIn(data, { what: 'none' }, {}, env)).toMatchObject({ what: 'none', keys: 0, external: false });
    expect(await identities(data, env)).toEqual(all('shown'));
    await expect(identities(data)).rejects.toMatchObject({ code: 'vault.master-wrong' });
  });
});

describe('retention', () => {
  const rule = (asOf: string): Erasure => ({ what: 'retention', asOf });

  it('counts and destroys what ended before the cutoff, and leaves what is younger', async () => {
    const data = copyOfFilled();
    expect(await eraseIn(data, rule('2028-11-22'), { dryRun: true })).toMatchObject({ asOf: '2028-11-22', cutoff: '2026-11-22', keys: 0, stays: 0 });
    await withRegistering(configOf(data), ({ call }) => call('POST', '/v1/facilities/ks-thu-01/stays/B-2/check-out', { departure: '2026-11-20T15:00:00+07:00' }));
    expect(await eraseIn(data, rule('2028-11-22'), { dryRun: true })).toMatchObject({ stays: 1, keys: 1, persons: 1, held: 0 });
    expect(await eraseIn(data, rule('2028-11-22'))).toMatchObject({ stays: 1, keys: 1, records: [{ reason: 'retention', persons: [], keys: 1 }] });
    expect(await identities(data)).toEqual({ ...all('shown'), 'B-2': 'erased' });
    expect(await eraseIn(data, rule('2028-11-23'), {}, { DA06_RETENTION_IDENTITY_MONTHS: '25' })).toMatchObject({ cutoff: '2026-10-23', keys: 0 });
    expect(await eraseIn(data, rule('2028-11-23'))).toMatchObject({ stays: 9, keys: expect.any(Number) as number });
    expect(await identities(data)).toEqual(all('erased'));
  });

  it('keeps a key that a younger stay of the request uses too, and what is under a legal hold', async () => {
    const data = copyOfFilled();
    await withRegistering(configOf(data), async ({ call }) => {
      const guest = { fullName: 'Đỗ Văn Dài', birthDate: '1980-01-02', sex: 'M', nationality: 'VNM', document: { kind: 'cccd', number: '070080111222' } };
      const stay = (ref: string, day: string) => ({ ref, guest, arrival: `${day}T10:00:00+07:00`, departure: `${day}T11:00:00+07:00`, room: '1', reason: 'tourism' });
      await call('POST', '/v1/facilities/ks-thu-01/stays', [stay('D-1', '2020-01-01'), stay('D-2', '2026-11-19')]);
    });
    expect(await eraseIn(data, rule('2026-11-25'), { dryRun: true })).toMatchObject({ stays: 1, keys: 0 });
    const pack = join(data, '..', 'pack');
    cpSync(new URL('../../../../packages/reference/packs/hon-quan/', import.meta.url), pack, { recursive: true });
    const settings = JSON.parse(readFileSync(join(pack, 'settings.json'), 'utf8')) as { retention: object };
    writeFileSync(join(pack, 'settings.json'), JSON.stringify({ ...settings, retention: { identityMonths: 12, holdFacilities: ['ks-thu-01'] } }));
    expect(await eraseIn(data, rule('2030-01-01'), {}, { DA06_LOCALITY: pack })).toMatchObject({ cutoff: '2029-01-01', stays: 0, keys: 0, held: 11, masterKey: null });
  });
});

describe('the file of records', () => {
  it('takes each record once, and mends a line that was cut off', async () => {
    const data = copyOfFilled();
    const { records } = await eraseIn(data, mai);
    const file = join(data, 'erasures.jsonl');
    keepRecords(file, records);
    expect(readRecords(file)).toEqual(records);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.slice(0, -20));
    keepRecords(file, records);
    expect(readFileSync(file, 'utf8')).toBe(text);
    writeFileSync(file, '{}\n');
    expect(() => readRecords(file)).toThrowError(expect.objectContaining({ code: 'erasure.invalid' }) as Error);
  });
});
