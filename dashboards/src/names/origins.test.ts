import { expect, it } from 'vitest';
import { nationalities, provinces } from './origins.ts';

it('has a name in both languages for every nationality and province', () => {
  expect([...nationalities, ...provinces].filter(({ value, text }) => text.vi === value || text.en === value)).toEqual([]);
  expect(nationalities.find(({ value }) => value === 'KOR')?.text).toEqual({ vi: 'Hàn Quốc', en: 'South Korea' });
  expect(provinces.find(({ value }) => value === '501')?.text).toEqual({ vi: 'TP. Đà Nẵng', en: 'Da Nang' });
});
