import { describe, expect, it } from 'vitest';
import { dataOf, identityOf, prepareIn } from '../take-in.fixture.ts';
import { residentContext, sampleResident } from './samples.ts';

describe('a record of the register of residents', () => {
  it('becomes an event of a residence, with the person sealed', async () => {
    const { items, shape } = await prepareIn(residentContext, 'json', [sampleResident()]);
    const [item] = items;
    if (item === undefined) throw new Error('nothing came of it');
    expect(item.faults).toEqual([]);
    expect(shape).toBe('native');
    expect(item.draft).toMatchObject({ kind: 'check-in', type: 'vn.da06.residence.registered.v1', ref: 'CT-2026-000001', revision: 0, time: '2026-11-19T17:00:00.000Z', sets: [], unit: 'W25357@2025', late: false });
    expect(dataOf(item)).toMatchObject({ register: 'residents', shape: 'native', ref: 'CT-2026-000001', sex: 'F', birthYear: 1990, on: '2026-11-20', unit: 'W25357@2025' });
    expect(dataOf(item)['registrationNumber']).toMatch(/^DC[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(identityOf(item)).toMatchObject({ person: { fullName: 'Thị Mẫu' } });
  });

  it('is withdrawn by its reference; the reason is to be sealed', async () => {
    const { items } = await prepareIn(residentContext, 'cancel', { reason: 'nhập nhầm' }, 'CT-1');
    expect(items[0]?.draft).toMatchObject({ kind: 'cancel', type: 'vn.da06.record.withdrawn.v1', ref: 'CT-1', toSeal: { withdrawalReason: 'nhập nhầm' } });
    expect(items[0]?.draft?.dataJson).not.toContain('nhầm');
  });
});
