import { tempFolder } from '@da06/testkit';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { configOf, testLogger, withRegistering, type Registering } from './folder.fixture.ts';
import { eraseInFolder } from './open-eraser.ts';
import type { EraseOutcome, Erasure } from './request.ts';

const trip = (plate: string, departsAt: string, more: object = {}): object => ({ route: { from: 'Tân Khai', to: 'Bến xe Miền Đông' }, departsAt, passengers: 20, plate, ...more });
const refs = ['OLD', 'EVE', 'DAY', 'AMENDED', 'OTHER'];

/** Trips of two coaches; one was told under the other's plate first. */
const registerTrips = async ({ call }: Registering): Promise<void> => {
  const put = async (path: string, body: object): Promise<void> => {
    const { status, body: answer } = await call(path.startsWith('facilities') && !path.includes('/trips/') ? 'POST' : 'PUT', `/v1/${path}`, body);
    if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
  };
  await put('facilities', { id: 'xe-thu-01', kind: 'coach', name: 'Nhà xe Thử', unit: 'W25357@2025', validFrom: '2024-01-01' });
  const of = (ref: string): string => `facilities/xe-thu-01/trips/${ref}`;
  await put(of('OLD'), trip('93B-012.34', '2025-01-10T08:00:00+07:00'));
  await put(of('EVE'), trip('93B-012.34', '2025-05-19T20:00:00+07:00', { arrivesAt: '2025-05-19T23:59:59+07:00' }));
  await put(of('DAY'), trip('93B-012.34', '2025-05-19T20:00:00+07:00', { arrivesAt: '2025-05-20T00:00:00+07:00' }));
  await put(of('AMENDED'), trip('93B-999.99', '2025-01-10T08:00:00+07:00'));
  await put(of('AMENDED'), trip('93B-012.34', '2025-08-10T08:00:00+07:00', { revision: 1 }));
  await put(of('OTHER'), trip('93B-999.99', '2025-08-10T08:00:00+07:00'));
};

let filled = '';
beforeAll(async () => {
  filled = join(tempFolder(() => undefined), 'data');
  await withRegistering(configOf(filled), registerTrips);
});
const copyOfFilled = (): string => {
  const data = join(tempFolder(onTestFinished), 'data');
  cpSync(filled, data, { recursive: true });
  return data;
};
const eraseIn = (data: string, erasure: Erasure, dryRun = false): Promise<EraseOutcome> => eraseInFolder(configOf(data), { erasure, dryRun, backups: [], newMasterKeyFile: null }, { logger: testLogger });
const shown = (data: string): Promise<Record<string, string>> =>
  withRegistering(configOf(data), async ({ call }) => {
    const found: Record<string, string> = {};
    for (const ref of refs) {
      const { body } = await call('GET', `/v1/facilities/xe-thu-01/trips/${ref}`);
      found[ref] = `${String(body['identity'])} ${String((body['trip'] as { plate?: string }).plate)}`;
    }
    return found;
  });
const [kept, gone] = ['shown 93B-012.34', 'erased undefined'];
const plate: Erasure = { what: 'person', kind: 'plate', number: '93b 01234', state: 'VNM', reason: 'subject-request', note: '' };

describe('erasing a plate', () => {
  it('closes every envelope of its trips, also one that lay under a wrong plate, and none of other coaches', async () => {
    const data = copyOfFilled();
    expect(await eraseIn(data, plate, true)).toMatchObject({ dryRun: true, trips: 4, masterKey: null });
    expect(await eraseIn(data, plate)).toMatchObject({ trips: 4, keys: 5, stays: 0, registerRecords: 0, sharedWith: 0 });
    expect(await shown(data)).toEqual({ OLD: gone, EVE: gone, DAY: gone, AMENDED: gone, OTHER: 'shown 93B-999.99' });
    expect(await eraseIn(data, plate)).toMatchObject({ keys: 0, records: [] });
    await expect(eraseIn(data, { ...plate, number: 'xe' })).rejects.toMatchObject({ code: 'plate.format' });
  });
});

describe('retention of plates', () => {
  const rule = (asOf: string): Erasure => ({ what: 'retention', asOf });

  it('lasts six months after the end of a trip, as what holds of it tells', async () => {
    const data = copyOfFilled();
    expect(await shown(data)).toEqual({ OLD: kept, EVE: kept, DAY: kept, AMENDED: kept, OTHER: 'shown 93B-999.99' });
    expect(await eraseIn(data, rule('2025-11-20'), true)).toMatchObject({ tripCutoff: '2025-05-20', cutoff: '2023-11-20', trips: 2, stays: 0, keys: 2 });
    expect(await eraseIn(data, rule('2025-11-20'))).toMatchObject({ trips: 2, keys: 2, records: [{ reason: 'retention' }] });
    expect(await shown(data)).toEqual({ OLD: gone, EVE: gone, DAY: kept, AMENDED: kept, OTHER: 'shown 93B-999.99' });
    expect(await eraseIn(data, rule('2026-09-01'))).toMatchObject({ trips: 5, keys: 4 });
    expect(await shown(data)).toEqual(Object.fromEntries(refs.map((ref) => [ref, gone])));
  });
});
