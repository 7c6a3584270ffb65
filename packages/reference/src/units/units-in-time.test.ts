import { UnitPublishedData } from '@da06/events';
import { describe, expect, it } from 'vitest';
import { loadLocality } from '../locality.ts';

const locality = loadLocality();
const { unitsInTime } = locality;
const at = (uid: string, day: string): string[] => unitsInTime.projectTo(uid, day).map(({ unit, weight, exact }) => `${unit} ${weight.toFixed(4)}${exact ? '' : ' about'}`).sort();
const published = (uid: string): UnitPublishedData => unitsInTime.published.find((unit) => unit.uid === uid) ?? expect.fail(uid);

describe('a unit on other boundaries', () => {
  it('is itself up to its last day and its successor from the next', () => {
    expect([at('W25349@old', '2025-06-30'), at('W25349@old', '2025-07-01'), at('W25349@old', '2026-11-20')]).toEqual([['W25349@old 1.0000'], ['W25349@2025 1.0000'], ['W25349@2025 1.0000']]);
    expect(at('W25438@old', '2025-07-01')).toEqual(['W25351@2025 1.0000']);
  });
  it('is shared out among what it was made of, estimated, also among those of other districts', () => {
    expect(at('W25357@2025', '2025-06-30')).toEqual(['W25357@old 0.3333 about', 'W25360@old 0.3333 about', 'W25361@old 0.3333 about']);
    expect(at('W25351@2025', '2025-06-30')).toEqual(['W25342@old', 'W25351@old', 'W25438@old', 'W25439@old'].map((uid) => `${uid} 0.2500 about`));
    expect(at('W25326@2025', '2024-01-01')).toEqual(['W25320@old', 'W25324@old', 'W25326@old', 'W25354@old'].map((uid) => `${uid} 0.2500 about`));
  });
  it.each([['25349', 'Xã Minh Tâm'], ['25351', 'Xã Phước An'], ['25326', 'Phường Phú Đức']])('keeps both meanings of the reused code %s apart', (code, before) => {
    expect(locality.unitAt(code, '2025-06-30')?.name_vi).toBe(before);
    expect(at(`W${code}@old`, '2025-06-30')).toEqual([`W${code}@old 1.0000`]);
    expect(at(`W${code}@2025`, '2025-06-30').find((part) => part.startsWith(`W${code}@old`))).toMatch(/ about$/);
  });
  it('adds up to one whole on every day between the first change and today', () => {
    for (const { uid } of locality.units) {
      for (const day of ['1997-01-01', '2009-08-11', '2025-06-30', '2025-07-01', '2026-11-20']) {
        const shares = unitsInTime.projectTo(uid, day);
        if (shares.length > 0) expect([uid, day, shares.reduce((sum, { weight }) => sum + weight, 0).toFixed(9)]).toEqual([uid, day, '1.000000000']);
      }
    }
  });
  it('has none before the pack knows what came before it', () => expect(at('D694@2009', '2009-08-10')).toEqual([]));
  it('tells a province by the people of before, as an estimate, with the part that is of another pack', () => expect(at('P75@2025', '2025-06-30')).toEqual(['P70@1997 0.2215 about', 'external:P75@old 0.7785 about']));
});

describe('what is published of a unit', () => {
  it('has the form of its event, for every loaded unit and no other', () => {
    expect(unitsInTime.published.map(({ uid }) => uid)).toEqual(locality.units.map(({ uid }) => uid));
    for (const unit of unitsInTime.published) expect(UnitPublishedData.safeParse(unit).success, unit.uid).toBe(true);
    expect(JSON.stringify(unitsInTime.published)).not.toContain('@2026');
  });
  it('has a projection for every day, and says on each what the lookup says', () => {
    const byUnit = <T extends { readonly unit: string }>(shares: readonly T[]): readonly T[] => [...shares].sort((a, b) => (a.unit < b.unit ? -1 : 1));
    for (const { uid, projections } of unitsInTime.published) {
      for (const cut of ['0001-01-02', '1996-12-31', '1997-01-01', '2009-08-10', '2009-08-11', '2025-06-30', '2025-07-01', '2030-02-28']) {
        const then = projections.filter(({ from, to }) => from <= cut && (to === '' || cut <= to)).map(({ unit, weight, exact }) => ({ unit, weight, exact }));
        expect([uid, cut, byUnit(then)]).toEqual([uid, cut, byUnit(unitsInTime.projectTo(uid, cut))]);
      }
      for (const { from, to } of projections) expect(to === '' || from <= to).toBe(true);
    }
  });
  it('joins times in which nothing changes for it', () =>
    expect(published('W25349@old').projections).toEqual([
      { unit: 'W25349@old', weight: 1, exact: true, from: '', to: '2025-06-30' },
      { unit: 'W25349@2025', weight: 1, exact: true, from: '2025-07-01', to: '' },
    ]));
  it('gives no area where the source’s cannot be right', () => expect([published('W25345@2025').areaKm2, published('W25349@2025').areaKm2, published('W25327@old').areaKm2]).toEqual([0, 167.1, 0]));
  it('tells the town from the commune of one code', () => {
    expect([published('W25357@old'), published('W25357@2025'), published('W25326@2025'), published('P75@2025')].map(({ type, urban }) => [type, urban])).toEqual([['thị trấn', true], ['xã', false], ['phường', true], ['tỉnh', false]]);
    expect(unitsInTime.isUrban('W25357@old')).toBe(true);
  });
});

describe('the district of before as an area', () => {
  const inArea = (uid: string): string => published(uid).areas.map(({ area, nameVi, weight, exact }) => `${area} ${nameVi} ${String(weight)}${exact ? '' : ' about'}`).join();
  it('holds its thirteen units, and of those of now the whole of three and an estimated part of two', () => {
    const whole = 'D694@2009 Hớn Quản (địa giới cũ) 1';
    for (const { uid } of locality.units.filter(({ parent }) => parent === 'D694@2009')) expect(inArea(uid), uid).toBe(whole);
    expect(['W25345@2025', 'W25349@2025', 'W25357@2025'].map(inArea)).toEqual([whole, whole, whole]);
    expect([inArea('W25351@2025'), inArea('W25326@2025')]).toEqual(['D694@2009 Hớn Quản (địa giới cũ) 0.75 about', 'D694@2009 Hớn Quản (địa giới cũ) 0.25 about']);
  });
  it('holds nothing of other districts, whatever they are called', () => {
    expect(['W25439@old', 'W25320@old', 'W25324@old', 'W25326@old', 'P70@1997', 'P75@2025'].map(inArea)).toEqual(['', '', '', '', '', '']);
  });
});

describe('what a unit was made of', () => {
  it('are its predecessors, never a namesake', () => {
    expect(unitsInTime.madeOf('W25349@2025')).toEqual(['W25339@old', 'W25348@old', 'W25349@old']);
    expect([unitsInTime.madeOf('W25348@old'), unitsInTime.madeOf('W25351@2025').includes('W25348@old')]).toEqual([[], false]);
  });
});
