import type { Locality } from '@da06/reference';
import { describe, expect, it } from 'vitest';
import { readClaim } from '../fields/read-claim.ts';
import { dataOf, deps, told } from '../take-in.fixture.ts';
import type { Finding } from '../types.ts';
import { checkUnit } from './check-unit.ts';
import { resident, worker } from './register.fixture.ts';
import { residentTable } from './tables.ts';

const { locality } = deps;

const reads = async (edits: Readonly<Record<string, unknown>>) => {
  const item = await resident('permanent', { formerUnit: undefined, ...edits });
  return [...told(item), item.draft === undefined ? 'rejected' : dataOf(item)['unit']];
};

describe('the unit of a record', () => {
  it('is read from a code as that code was used on the record’s day', async () => {
    expect(await reads({ unit: '25357' })).toEqual(['W25357@2025']);
    expect(await reads({ unit: '25357', on: '2025-07-01' })).toEqual(['W25357@2025']);
    expect(await reads({ unit: '25357', on: '2025-06-30' })).toEqual(['W25357@old']);
    expect(await reads({ unit: '25351', on: '2025-06-30' })).toEqual(['W25351@old']);
    expect(await reads({ unit: 25351, on: '2025-07-01' })).toEqual(['field.number-as-text /unit', 'W25351@2025']);
  });

  it('is read from a code that ended less than a year before, with a warning; a code with two meanings in that of the day', async () => {
    expect(await reads({ unit: '25360', on: '2025-07-01' })).toEqual(['unit.code-of-other-time /unit', 'W25360@old']);
    expect(await reads({ unit: '25360', on: '2026-06-30' })).toEqual(['unit.code-of-other-time /unit', 'W25360@old']);
    expect(await reads({ unit: '25360', on: '2026-07-01' })).toEqual(['unit.unknown /unit', 'rejected']);
    expect(await reads({ unit: '25326', on: '2025-06-30' })).toEqual(['W25326@old']);
    expect(await reads({ unit: '25326', on: '2025-07-01' })).toEqual(['W25326@2025']);
  });

  it('is read from a code that came less than a year after, with a warning', () => {
    // Every code that the reform here left has a meaning of before; elsewhere it brought new ones, as that of Minh Đức would be without its old unit.
    const codesOf = (isOld: boolean): string[] => locality.units.flatMap(({ code, level, valid_from, valid_to }) => (level === 'commune' && (isOld ? valid_to === '2025-06-30' : valid_from === '2025-07-01') ? [code] : []));
    expect(codesOf(false).filter((code) => !codesOf(true).includes(code))).toEqual([]);
    const reformed: Locality = { ...locality, units: locality.units.filter(({ uid }) => uid !== 'W25351@old'), unitAt: (code, on) => (code === '25351' && on < '2025-07-01' ? undefined : locality.unitAt(code, on)) };
    const read = (on: string): readonly unknown[] => {
      const found: Finding[] = [];
      const unit = checkUnit({ claim: readClaim({ unit: '25351' }, residentTable, found), pointers: residentTable.pointers, found }, on, { locality: reformed, ownUnits: undefined });
      return [...found.map(({ code, pointer }) => `${code} ${pointer}`), unit ?? 'rejected'];
    };
    expect(read('2025-07-01')).toEqual(['W25351@2025']);
    expect(read('2025-06-30')).toEqual(['unit.code-of-other-time /unit', 'W25351@2025']);
    expect(read('2024-07-01')).toEqual(['unit.code-of-other-time /unit', 'W25351@2025']);
    expect(read('2024-06-30')).toEqual(['unit.unknown /unit', 'rejected']);
  });

  it('that is named by its uid stays as it is told, with a warning if it was not valid then', async () => {
    expect(await reads({ unit: 'W25360@old', on: '2025-06-30' })).toEqual(['W25360@old']);
    expect(await reads({ unit: 'W25360@old', on: '2025-07-01' })).toEqual(['unit.not-valid-then /unit', 'W25360@old']);
  });

  it('is never read from a name, nor from a unit that is no commune', async () => {
    expect(await reads({ unit: 'Xã Tân Khai' })).toEqual(['unit.unknown /unit', 'rejected']);
    expect(await reads({ unit: 'D694@2009' })).toEqual(['unit.not-commune /unit', 'rejected']);
    expect(await reads({ unit: '694', on: '2025-01-01' })).toEqual(['unit.not-commune /unit', 'rejected']);
  });
});

describe('the unit of before', () => {
  const former = async (edits: Readonly<Record<string, unknown>>) => {
    const item = await resident('permanent', edits);
    return [...told(item), dataOf(item)['formerUnit']];
  };

  it('is kept where the unit was made of it, by uid or by its code of then', async () => {
    expect(await former({ formerUnit: 'W25360@old' })).toEqual(['W25360@old']);
    expect(await former({ formerUnit: '25360' })).toEqual(['W25360@old']);
    expect(await former({ formerUnit: '25357' })).toEqual(['W25357@old']);
    expect(await former({ formerUnit: undefined })).toEqual(['']);
  });

  it('is passed over with a warning where the unit was not made of it', async () => {
    expect(await former({ formerUnit: 'W25327@old' })).toEqual(['unit.former-not-part /formerUnit', '']);
    expect(await former({ formerUnit: 'Đồng Nơ' })).toEqual(['unit.former-not-part /formerUnit', '']);
    expect(await former({ formerUnit: 'W25357@old', unit: 'W25357@old', on: '2025-06-30' })).toEqual(['']);
  });
});

describe('a key of a commune', () => {
  const own = { unit: 'W25357@2025' };

  it('may write of its unit and of those it was made of', async () => {
    expect((await resident('permanent', {}, own)).rejected).toBe(false);
    expect((await resident('permanent', { unit: 'W25360@old', on: '2025-06-30', formerUnit: undefined }, own)).rejected).toBe(false);
    expect((await worker({}, own)).rejected).toBe(false);
  });

  it('may not write of another', async () => {
    expect(told(await resident('permanent', { unit: 'W25345@2025', formerUnit: undefined }, own))).toEqual(['record.not-your-unit /unit']);
    expect(told(await worker({ unit: 'W25345@2025' }, own))).toEqual(['record.not-your-unit /unit']);
    expect(told(await resident('birth', { unit: '25345', formerUnit: undefined }, own))).toEqual(['record.not-your-unit /unit']);
  });

  it('may write of a move out of the locality', async () => {
    const item = await resident('move', { destination: 'abroad', unit: undefined, formerUnit: undefined }, own);
    expect([told(item), item.draft?.unit]).toEqual([[], '']);
  });
});
