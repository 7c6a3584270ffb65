import { tempFolder } from '@da06/testkit';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { configOf, testLogger, withRegistering } from './folder.fixture.ts';
import { numbers } from './guests.fixture.ts';
import { eraseInFolder } from './open-eraser.ts';
import type { EraseOutcome, Erasure } from './request.ts';
import { maiRecords, otherRecords, registerResidents, shownRecords } from './residents.fixture.ts';

let filled = '';
beforeAll(async () => {
  filled = join(tempFolder(() => undefined), 'data');
  await withRegistering(configOf(filled), registerResidents);
});

const copyOfFilled = (): string => {
  const data = join(tempFolder(onTestFinished), 'data');
  cpSync(filled, data, { recursive: true });
  return data;
};
const eraseIn = (data: string, erasure: Erasure, dryRun = false): Promise<EraseOutcome> => eraseInFolder(configOf(data), { erasure, dryRun, backups: [], newMasterKeyFile: null }, { logger: testLogger });
const shown = (data: string) => withRegistering(configOf(data), shownRecords);
const mai: Erasure = { what: 'person', kind: 'cccd', number: numbers.mai, state: 'VNM', reason: 'subject-request', note: '' };
const all = (...erased: readonly string[]) => Object.fromEntries([...maiRecords, ...otherRecords].map((path) => [path, erased.includes(path) ? 'erased' : expect.stringMatching(/^shown/) as string]));

describe('erasing a person', () => {
  it.each([['the card', mai], ['the old paper', { ...mai, kind: 'cmnd', number: numbers.maiOld }]])('by %s closes every envelope of their records as resident and worker, and none of others', async (_, erasure) => {
    const data = copyOfFilled();
    expect(await shown(data)).toEqual(all());
    expect(await eraseIn(data, erasure)).toMatchObject({ stays: 0, registerRecords: 5, sharedWith: 0 });
    expect(await shown(data)).toEqual(all(...maiRecords));
    expect(await eraseIn(data, erasure)).toMatchObject({ keys: 0, records: [] });
  });

  it('counts what a dry run would destroy', async () => {
    const data = copyOfFilled();
    expect(await eraseIn(data, mai, true)).toMatchObject({ dryRun: true, registerRecords: 5, masterKey: null });
    expect(await shown(data)).toEqual(all());
  });
});

describe('erasing a registered birth', () => {
  it('is by its reference, as it is under no person; its record can be carried out again', async () => {
    const data = copyOfFilled();
    const restored = copyOfFilled();
    const birth: Erasure = { what: 'birth', ref: 'KS-1', reason: 'court-order', note: '' };
    const { records } = await eraseIn(data, birth);
    expect(records).toMatchObject([{ reason: 'court-order', keys: 1, persons: [expect.stringMatching(/^[0-9a-f]{32}$/)] }]);
    expect(await shown(data)).toEqual(all('residents/KS-1'));
    expect(await eraseIn(restored, { ...birth, ref: 'M-1' })).toMatchObject({ keys: 0, registerRecords: 0 });
    expect(await eraseIn(restored, { what: 'replay', records: [...records] })).toMatchObject({ keys: 1 });
    expect(await shown(restored)).toEqual(all('residents/KS-1'));
  });
});

describe('retention', () => {
  const rule = (asOf: string): Erasure => ({ what: 'retention', asOf });

  it('keeps every envelope of one who lives or works here, however old, and destroys that of a birth in its time', async () => {
    const data = copyOfFilled();
    expect(await eraseIn(data, rule('2023-11-20'), true)).toMatchObject({ registerRecords: 0, keys: 0 });
    expect(await eraseIn(data, rule('2090-01-01'))).toMatchObject({ registerRecords: 1, keys: 1, records: [{ reason: 'retention', keys: 1 }] });
    expect(await shown(data)).toEqual(all('residents/KS-1'));
  });

  it('destroys those of one who is gone on every track, by whatever paper, when that is long enough ago', async () => {
    const data = copyOfFilled();
    const gone = { person: { fullName: 'Trần Thị Mai', birthDate: '1990-05-15', sex: 'F', nationality: 'VNM', document: { kind: 'cccd', number: numbers.mai } }, unit: 'W25357@2025' };
    await withRegistering(configOf(data), async ({ call }) => {
      await call('PUT', '/v1/residents/M-6', { ...gone, change: 'end', ends: 'permanent', cause: 'moved-out', on: '2026-02-01' });
    });
    expect(await eraseIn(data, rule('2090-01-01'), true)).toMatchObject({ registerRecords: 1 });
    await withRegistering(configOf(data), async ({ call }) => {
      expect((await call('PUT', '/v1/workers/M-7', { ...gone, on: '2026-03-01', status: 'left' })).status).toBe(201);
    });
    expect(await eraseIn(data, rule('2027-01-01'), true)).toMatchObject({ keys: 1 });
    expect(await eraseIn(data, rule('2090-01-01'))).toMatchObject({ registerRecords: 8, keys: 10 });
    expect(await shown(data)).toEqual(all(...maiRecords, 'residents/KS-1'));
  });
});
