import { mkdtempSync, cpSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { defaultPackDir } from './load-pack.ts';
import { loadLocality } from './locality.ts';

const otherPackDir = fileURLToPath(new URL('./fixtures/other-pack/', import.meta.url));

describe.each([['hon-quan', defaultPackDir], ['an invented pack', otherPackDir]])('the locality pack %s', (_name, dir) => {
  const locality = loadLocality(dir);
  it('loads no pending unit', () => expect(locality.units.filter(({ status }) => status === 'pending')).toEqual([]));
  it('has every successor it names', () => { for (const { successors } of locality.units) for (const uid of successors) expect(locality.unitByUid(uid), uid).toBeDefined(); });
  it('finds each unit by its code on a day of its validity', () => { for (const unit of locality.units) expect(locality.unitAt(unit.code, unit.valid_to ?? '2026-11-20')?.uid).toBe(unit.uid); });
  it('knows the eleven kinds of facility, and that coaches register no stays', () => {
    expect(locality.facilityKinds).toHaveLength(11);
    expect(locality.facilityKind('coach')).toMatchObject({ registersStays: false, model: 12 });
    expect(locality.facilityKind('hotel')).toMatchObject({ tourism: true, roomRequired: true, model: 9 });
    expect(locality.facilityKind('boarding-house')).toMatchObject({ tourism: false, roomRequired: false, model: 9 });
  });
  it('reads the portal’s codes, 1 and 8 as the identity card', () => {
    expect(['1', '8', '2', '9', '10'].map(locality.documentFromPortal)).toEqual(['cccd', 'cccd', 'cmnd', 'other', undefined]);
    expect(['1', '16', '20', '21'].map(locality.reasonFromPortal)).toEqual(['tourism', 'commerce', 'other', undefined]);
  });
  it('takes nationalities by code of any kind and by name, and never refuses one that a list lacks', () => {
    expect(['VNM', 'KOR', 'D', 'vn', 'Hàn Quốc', 'Hoa Kỳ', 'Đài Loan', 'KHM', 'BRA', 'RKS', 'XXA', 'UNO', 'SC-'].map(locality.nationality)).toEqual(['VNM', 'KOR', 'DEU', 'VNM', 'KOR', 'USA', 'TWN', 'KHM', 'BRA', 'RKS', 'XXA', 'UNO', 'GBR']);
    expect(locality.nationality('QQQ')).toBeUndefined();
  });
  it('keeps the special codes of passports, and the portal’s oddities as the states they mean', () => {
    for (const code of ['RKS', 'UNO', 'XXA', 'XXB', 'XXC', 'XXX', 'EUE']) expect(locality.nationality(code)).toBe(code);
    expect(['GBD', 'GBN', 'GBO', 'GBP', 'GBS', 'UNA'].map(locality.nationality)).toEqual(['GBR', 'GBR', 'GBR', 'GBR', 'GBR', 'UNO']);
  });
  it('goes back from its own names to the portal’s codes and labels', () => {
    const { labels } = locality;
    expect([labels.portalDocument('cccd'), labels.portalDocument('cccd', '8'), labels.portalDocument('none')]).toEqual([{ code: '1', label: 'Thẻ CCCD' }, { code: '8', label: 'Thẻ Căn Cước' }, undefined]);
    expect([labels.portalReason('tourism'), labels.portalProvince('713'), labels.portalNationality('VNM'), labels.portalNationality('DEU'), labels.portalNationality('GBR')?.code, labels.portalNationality('QQQ')]).toEqual(
      [{ code: '1', label: 'Du lịch' }, { code: '713', label: 'Đồng Nai' }, { code: 'VNM', label: 'Viet Nam' }, { code: 'D', label: 'Germany' }, 'GBR', undefined]);
    for (const kind of locality.documentKinds) expect(locality.documentFromPortal(labels.portalDocument(kind)?.code ?? '')).toBe(kind);
  });
  it('names every nationality in Vietnamese, its own first and each once', () => {
    const { nationalities } = locality.labels;
    expect(nationalities[0]).toEqual({ code: 'VNM', vi: 'Việt Nam' });
    expect(nationalities.length).toBeGreaterThan(200);
    expect(new Set(nationalities.map(({ code }) => code)).size).toBe(nationalities.length);
    for (const { code } of nationalities) expect(locality.nationality(code)).toBe(code);
  });
  it('says how long identities are kept, and for which facilities longer', () => expect(locality.retention).toEqual({ identityMonths: dir === defaultPackDir ? 24 : 36, manifestMonths: 6, holdFacilities: [] }));
  it('knows 63 places of birth registration', () => { expect(locality.isCccdPlace('070')).toBe(true); expect(locality.isCccdPlace('003')).toBe(false); });
  it('finds a province by code and by name', () => expect(['713', 'Đồng Nai', 'tỉnh Đồng Nai', 'TP. Hồ Chí Minh', 'Hồ Chí Minh', 'Atlantis'].map(locality.province)).toEqual(['713', '713', '713', '701', '701', undefined]));
  it('finds the successor of a province that is gone, and knows when its name was one', () => {
    expect(['Bình Phước', 'tỉnh BÌNH PHƯỚC', 'Bà Rịa-Vũng Tàu', 'Bà Rịa – Vũng Tàu', 'Thừa Thiên - Huế', 'T.P. Huế', 'Thành phố Thủ Dầu Một'].map((name) => locality.province(name))).toEqual(['713', '713', '701', '701', '411', '411', undefined]);
    expect(['2020-05-01', '2025-06-30', '2025-07-01', undefined].map((day) => locality.isFormerProvince('Bình Phước', day))).toEqual([false, false, true, true]);
    expect(locality.isFormerProvince('Thừa Thiên Huế', '2025-01-01')).toBe(true);
    expect(['Đồng Nai', '713', 'Atlantis'].map((name) => locality.isFormerProvince(name))).toEqual([false, false, false]);
  });
});

describe('the units of Hớn Quản', () => {
  const locality = loadLocality();
  it('are all those of the plan’s territory but the pending one, and the four of other districts that went into the same units', () => expect(locality.units).toHaveLength(25));
  it.each([['25349', 'Xã Minh Tâm', 'Xã Minh Đức'], ['25351', 'Xã Phước An', 'Xã Tân Quan'], ['25326', 'Phường Phú Đức', 'Phường Bình Long'], ['25357', 'Thị trấn Tân Khai', 'Xã Tân Khai']])('read the reused code %s by its day', (code, before, after) => {
    expect(locality.unitAt(code, '2025-06-30')?.name_vi).toBe(before);
    expect(locality.unitAt(code, '2025-07-01')?.name_vi).toBe(after);
  });
  it('are never found by name: homonyms of before and after are different units', () => {
    const named = (name: string): string[] => locality.units.filter(({ name_vi }) => name_vi === name).map(({ uid }) => uid);
    const homonyms = [...new Set(locality.units.map(({ name_vi }) => name_vi))].filter((name) => named(name).length > 1);
    expect(homonyms.length).toBeGreaterThan(0);
    expect(Object.keys(locality).filter((lookup) => /unit.*name/i.test(lookup))).toEqual([]);
  });
  it('are thirteen communes before the reform and five units after it', () => {
    const old = locality.units.filter(({ parent }) => parent === 'D694@2009');
    expect(old).toHaveLength(13);
    expect([...new Set(old.flatMap(({ successors }) => successors))]).toHaveLength(5);
  });
});

describe('a pack that is wrong', () => {
  it('is refused with the file and the pointer', () => {
    const dir = mkdtempSync(join(tmpdir(), 'da06-pack-'));
    try {
      cpSync(otherPackDir, dir, { recursive: true });
      const units = JSON.parse(readFileSync(join(dir, 'units.json'), 'utf8')) as { valid_to: string | null }[];
      (units[0] as { valid_to: string | null }).valid_to = '2025-08-30';
      writeFileSync(join(dir, 'units.json'), JSON.stringify(units));
      expect(() => loadLocality(dir)).toThrowError(/share the code 10001 at the same time/);
      writeFileSync(join(dir, 'units.json'), readFileSync(join(otherPackDir, 'units.json')));
      const shares = [{ unit: 'WB@2025', direction: 'backward', shares: { 'WX@old': 1 }, basis: 'population', source: 'invented' }, { unit: 'WZ@2025', direction: 'forward', shares: { 'WB@2025': 1 }, basis: 'population', source: 'invented' }];
      writeFileSync(join(dir, 'unit-shares.json'), JSON.stringify(shares));
      writeFileSync(join(dir, 'comparison-areas.json'), JSON.stringify([{ area: 'D1@old', nameVi: 'Huyện cũ', on: '2025-06-30', source: 'invented' }]));
      expect(() => loadLocality(dir)).toThrowError(
        'shares are given for the unknown unit WZ@2025; WB@2025 has no share for WA@old; WB@2025 has a share for WX@old, which is none of its predecessors; no unit lies in the comparison area D1@old');
      for (const file of ['unit-shares.json', 'comparison-areas.json']) writeFileSync(join(dir, file), '[]');
      const two = [...(JSON.parse(readFileSync(join(otherPackDir, 'units.json'), 'utf8')) as object[]), { uid: 'WD@old', code: '10002', level: 'commune', type: 'xã', name_vi: 'Xã Thử Hai', parent: null, valid_from: null, valid_to: '2025-06-30', successors: ['WB@2025'], status: 'loaded', source: 'invented' }];
      writeFileSync(join(dir, 'units.json'), JSON.stringify(two));
      expect(() => loadLocality(dir)).toThrowError('WB@2025 has several predecessors and no shares');
      writeFileSync(join(dir, 'units.json'), JSON.stringify(two.map((unit) => ({ ...unit, ...('uid' in unit && unit.uid === 'WB@2025' && { valid_from: '2025-06-30', code: '10003' }) }))));
      expect(() => loadLocality(dir)).toThrowError('WA@old has the successor WB@2025, which does not begin after its end');
      writeFileSync(join(dir, 'units.json'), readFileSync(join(otherPackDir, 'units.json')));
      writeFileSync(join(dir, 'former-provinces.json'), '[{"vi":"Tỉnh Cũ","valid_to":"2025-06-30","successor":"999"}]');
      expect(() => loadLocality(dir)).toThrowError(/Tỉnh Cũ has the unknown successor 999/);
      writeFileSync(join(dir, 'settings.json'), '{"name":"x","nightTail":"09:00"}');
      expect(() => loadLocality(dir)).toThrowError(/settings\.json \/nightTail/);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
