import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changes } from '../take-in/register/resident-fields.ts';
import { sampleChange, sampleResident, sampleWorker } from '../take-in/register/samples.ts';
import { adminKey, startRegistration, type Started } from '../testing/started.ts';

const unaddressed = ({ ref: _, ...record }: Record<string, unknown>): Record<string, unknown> => record;
const tanKhai = 'W25357@2025';
/** Minh Đức: another commune of today. */
const minhDuc = 'W25351@2025';
const sample = unaddressed(sampleResident());
const elsewhere = { ...sample, unit: minhDuc, formerUnit: '' };
const leadsOut = unaddressed({ ...sampleChange('move'), destination: 'outside', unit: undefined, formerUnit: undefined, household: undefined });

type Ask = (method: string, path: string, body?: unknown) => Promise<string>;

/** Status of an answer, or of its item, with the code that refused. */
const asker = ({ call }: Started, key: string): Ask => async (method, path, body) => {
  const { status, body: answer } = await call(method, path, body, { key });
  const refused = (answer['faults'] as { severity: string; code: string }[] | undefined)?.find(({ severity }) => severity === 'reject')?.code;
  return `${status} ${String(refused ?? answer['code'] ?? answer['status'])}`;
};

const setUp = async (): Promise<{ readonly started: Started; readonly admin: Ask; readonly own: Ask; readonly other: Ask }> => {
  const started = await startRegistration();
  const ask = async (unit: string): Promise<Ask> => asker(started, String((await started.call('POST', '/v1/keys', { name: unit, role: 'commune', unit })).body['key']));
  return { started, admin: asker(started, adminKey), own: await ask(tanKhai), other: await ask(minhDuc) };
};

describe('a commune’s key', () => {
  it('sends, withdraws and reads records of its unit and of those it was made of, and of no other', async () => {
    const { own, other } = await setUp();
    expect(await own('PUT', '/v1/residents/A-1', sample)).toBe('201 accepted');
    expect(await own('PUT', '/v1/residents/A-2', { ...sample, on: '2025-06-01', unit: 'W25360@old', formerUnit: '' })).toBe('201 accepted');
    expect(await own('PUT', '/v1/residents/A-3', elsewhere)).toBe('422 record.not-your-unit');
    expect(await other('PUT', '/v1/residents/A-3', elsewhere)).toBe('201 accepted');
    expect(await own('GET', '/v1/residents/A-1')).toBe('200 recorded');
    expect(await own('GET', '/v1/residents/A-2')).toBe('200 recorded');
    expect(await own('GET', '/v1/residents/A-3')).toBe('403 request.forbidden');
    expect(await own('POST', '/v1/residents/A-3/withdraw', {})).toBe('422 record.not-your-unit');
    expect(await own('POST', '/v1/residents/A-1/withdraw', {})).toBe('200 amended');
  });

  it('does not take over a record of another’s by naming its reference, also not in a preview or after a restart', async () => {
    const { started, own, other } = await setUp();
    expect(await other('PUT', '/v1/residents/A-1', elsewhere)).toBe('201 accepted');
    expect(await own('PUT', '/v1/residents/A-1', { ...sample, revision: 5 })).toBe('422 record.not-your-unit');
    expect(await own('PUT', '/v1/residents/A-1?validate=only', { ...sample, revision: 5 })).toBe('422 record.not-your-unit');
    const { call, again } = started;
    const { key } = (await call('POST', '/v1/keys', { name: 'x', role: 'commune', unit: tanKhai })).body as { key?: string };
    const asked = asker(await again(), String(key));
    expect(await asked('PUT', '/v1/residents/A-1', sample)).toBe('422 record.not-your-unit');
    expect(await asked('POST', '/v1/residents/A-1/withdraw', {})).toBe('422 record.not-your-unit');
  });

  it('meets the same owner, and the same people, in an index that was read again from the log', async () => {
    const { started, own, other } = await setUp();
    await other('PUT', '/v1/residents/A-1', elsewhere);
    await own('PUT', '/v1/residents/A-0', sample);
    await own('PUT', '/v1/residents/A-2', leadsOut);
    await own('PUT', '/v1/residents/A-3', sample);
    await own('POST', '/v1/residents/A-3/withdraw', {});
    const { key } = (await started.call('POST', '/v1/keys', { name: 'x', role: 'commune', unit: tanKhai })).body as { key?: string };
    await started.stop();
    rmSync(join(started.folder, 'refs'), { recursive: true });
    const again = await startRegistration({ folder: started.folder, clock: started.clock });
    const asked = asker(again, String(key));
    expect(await asked('PUT', '/v1/residents/A-1', sample)).toBe('422 record.not-your-unit');
    expect(await asked('PUT', '/v1/residents/A-2', sample)).toBe('422 record.not-your-unit');
    expect(await asked('GET', '/v1/residents/A-3')).toBe('200 withdrawn');
    expect(await asked('PUT', '/v1/residents/A-3', sample)).toBe('200 amended');
    expect(await asked('PUT', '/v1/residents/A-4', unaddressed(sampleChange('end')))).toBe('201 accepted');
    expect(await asker(again, adminKey)('PUT', '/v1/residents/A-1', elsewhere)).toBe('200 duplicate');
  });

  it('amends and reads a move out of the locality that it sent itself', async () => {
    const { admin, own, other } = await setUp();
    await own('PUT', '/v1/residents/A-0', sample);
    expect(await own('PUT', '/v1/residents/A-1', leadsOut)).toBe('201 accepted');
    expect(await own('PUT', '/v1/residents/A-1', { ...leadsOut, destination: 'abroad' })).toBe('200 amended');
    expect(await own('GET', '/v1/residents/A-1')).toBe('200 recorded');
    expect(await other('PUT', '/v1/residents/A-1', leadsOut)).toBe('422 record.not-your-unit');
    expect(await other('GET', '/v1/residents/A-1')).toBe('403 request.forbidden');
    expect(await admin('PUT', '/v1/residents/A-1', leadsOut)).toBe('200 amended');
  });

  it.each(changes.filter((change) => change !== 'birth'))('says that somebody of elsewhere comes to its unit, and nothing that ends there: %s', async (change) => {
    const { own, other, admin } = await setUp();
    await other('PUT', '/v1/residents/A-1', elsewhere);
    const record = change === 'move' ? leadsOut : unaddressed(sampleChange(change));
    const comes = ['permanent', 'temporary', 'renewal', 'household'].includes(change);
    expect(await own('PUT', '/v1/residents/A-2', record)).toBe(comes ? '201 accepted' : '422 record.not-your-unit');
    expect(await admin('PUT', '/v1/residents/A-3', record)).toBe('201 accepted');
    await own('PUT', '/v1/residents/A-4', sample);
    expect(await own('PUT', '/v1/residents/A-5', record)).toBe('201 accepted');
  });

  it('lets nobody leave who is of its units by a withdrawn record, by one of somebody else, or by none; the one before in the same batch is enough', async () => {
    const { started, own } = await setUp();
    const { call } = started;
    expect(await own('PUT', '/v1/residents/B-1', leadsOut)).toBe('422 record.not-your-unit');
    await own('PUT', '/v1/residents/A-1', sample);
    await own('POST', '/v1/residents/A-1/withdraw', {});
    expect(await own('PUT', '/v1/residents/B-1', leadsOut)).toBe('422 record.not-your-unit');
    await own('PUT', '/v1/residents/A-1', unaddressed(sampleResident(7)));
    expect(await own('PUT', '/v1/residents/B-1', leadsOut)).toBe('422 record.not-your-unit');
    const { key } = (await call('POST', '/v1/keys', { name: 'x', role: 'commune', unit: tanKhai })).body as { key?: string };
    const batch = [{ ...leadsOut, ref: 'B-2' }, { ...sample, ref: 'A-2' }, { ...leadsOut, ref: 'B-3' }];
    expect((await call('POST', '/v1/residents', batch, { key: String(key) })).body.items.map((item) => item['status'])).toEqual(['rejected', 'accepted', 'accepted']);
  });

  it('finds by the old paper whom its records know by that alone', async () => {
    const { own } = await setUp();
    const person = sample['person'] as { document: object };
    await own('PUT', '/v1/residents/A-1', { ...sample, person: { ...person, document: { kind: 'cmnd', number: '285123456' } } });
    expect(await own('PUT', '/v1/residents/B-1', leadsOut)).toBe('422 record.not-your-unit');
    const { person: leaving } = leadsOut as { person: { document: object } };
    expect(await own('PUT', '/v1/residents/B-1', { ...leadsOut, person: { ...leaving, document: { ...leaving.document, formerNumber: '285123456' } } })).toBe('201 accepted');
  });

  it('ends no working life that another unit declared', async () => {
    const { own, other } = await setUp();
    const worker = unaddressed(sampleWorker());
    const left = { ...worker, status: 'left' };
    await other('PUT', '/v1/workers/A-1', { ...worker, unit: minhDuc, formerUnit: '' });
    expect(await own('PUT', '/v1/workers/A-2', left)).toBe('422 record.not-your-unit');
    expect(await own('PUT', '/v1/workers/A-3', worker)).toBe('201 accepted');
    expect(await own('PUT', '/v1/workers/A-2', left)).toBe('201 accepted');
  });

  it('is refused where it names no unit', async () => {
    const { started } = await setUp();
    const { key } = (await started.call('POST', '/v1/keys', { name: 'x', role: 'commune' })).body as { key?: string };
    expect(await asker(started, String(key))('PUT', '/v1/residents/A-1', sample)).toBe('403 request.forbidden');
    expect(await asker(started, String(key))('GET', '/v1/residents/A-1')).toBe('403 request.forbidden');
  });

  it('has the other records of its batch taken', async () => {
    const { started } = await setUp();
    const { key } = (await started.call('POST', '/v1/keys', { name: 'x', role: 'commune', unit: tanKhai })).body as { key?: string };
    const { status, body } = await started.call('POST', '/v1/residents', [sampleResident(1), { ...sampleResident(2), unit: minhDuc, formerUnit: '' }, sampleResident(3)], { key: String(key) });
    expect([status, body.items.map((item) => item['status'])]).toEqual([207, ['accepted', 'rejected', 'accepted']]);
  });
});
