import { describe, expect, it } from 'vitest';
import { ethnicGroups } from './ethnic-groups.ts';
import { ethnicCodesInBoth, ethnicName, readEthnicity } from './ethnicity.ts';
import { householdRelation } from './household-relations.ts';
import { industrySectionNames, industrySections } from './industry.ts';
import { occupationGroup, occupationGroups } from './occupation.ts';
import { retirementAgeMonths } from './retirement-age.ts';

describe('the two classifications of industries', () => {
  const both = (scheme: 'vsic-2018' | 'vsic-2025', code: string): string | undefined => {
    const found = industrySections(scheme, code);
    return found && `${found.section2018} ${found.section2025}${found.exact ? '' : ' about'}`;
  };
  it('give a code of 2018 its section of 2025: letters after J move', () =>
    expect(['A', '01', '25', '55101', '61', '62', '64', '68', '851', '96', '98', 'U'].map((code) => both('vsic-2018', code))).toEqual(['A A', 'A A', 'C C', 'I I', 'J K', 'J K', 'K L', 'L M', 'P Q', 'S T', 'T U', 'U V']));
  it('give a code of 2025 its section of 2018', () =>
    expect(['A', '47', '58', '61', 'J', 'K', 'L', '85', 'V', '96'].map((code) => both('vsic-2025', code))).toEqual(['A A', 'G G', 'J J', 'J K', 'J J', 'J K', 'K L', 'P Q', 'U V', 'S T']));
  it('say where a code alone does not decide: a cut section, trade with its repairs', () => {
    expect(['J', 'G', '45', '454', '63', '639'].map((code) => both('vsic-2018', code))).toEqual(['J K about', 'G G about', 'G G about', 'G G about', 'J K about', 'J K about']);
    expect(['4520', '4542', '4541', '46', '6391', '6399', '6312'].map((code) => both('vsic-2018', code))).toEqual(['G T', 'G T', 'G G', 'G G', 'J J', 'J K', 'J K']);
    expect(['T', '95', '9531', '9521'].map((code) => both('vsic-2025', code))).toEqual(['S T about', 'S T about', 'G T', 'S T']);
  });
  it('know no code that is of neither', () => {
    expect(['', 'W', 'V', '04', '00', '1', '123456', 'A1', 'a'].map((code) => both('vsic-2018', code))).toEqual(Array(9).fill(undefined));
    expect(['45', 'W'].map((code) => both('vsic-2025', code))).toEqual([undefined, undefined]);
  });
  it('have 21 sections with 88 divisions and 22 with 87', () => {
    const divisions = (scheme: 'vsic-2018' | 'vsic-2025'): number => Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0')).filter((code) => industrySections(scheme, code) !== undefined).length;
    expect([industrySectionNames('vsic-2018').length, divisions('vsic-2018'), industrySectionNames('vsic-2025').length, divisions('vsic-2025')]).toEqual([21, 88, 22, 87]);
  });
  it('lead back to the section they came from wherever they are exact', () => {
    for (const { code } of industrySectionNames('vsic-2018')) {
      const there = industrySections('vsic-2018', code);
      const back = there && industrySections('vsic-2025', there.section2025);
      if (there?.exact === true && back?.exact === true) expect(back.section2018).toBe(code);
    }
  });
});

describe('occupations', () => {
  it('belong to the group of their first digit', () => expect(['8', '6111', '01', '92130', '', 'A', '123456'].map(occupationGroup)).toEqual(['8', '6', '0', '9', undefined, undefined, undefined]));
  it('have ten groups', () => expect(occupationGroups.map(({ code }) => code).join('')).toBe('0123456789'));
});

describe('ethnicity', () => {
  it('is read by the list of its code: 04 is Mường in 2008 and Hoa in 1979', () => {
    expect([readEthnicity('04', '2008'), readEthnicity('04', '1979')]).toEqual([{ status: 'read', code: '04' }, { status: 'read', code: '06' }]);
    expect([ethnicName('04'), ethnicName('06')]).toEqual(['Mường', 'Hoa']);
  });
  it('needs the list of a code that means two peoples, and none for the seventeen that mean one', () => {
    expect(ethnicCodesInBoth).toEqual(['01', '02', '03', '05', '07', '08', '09', '10', '20', '22', '28', '30', '42', '44', '47', '50', '51']);
    expect(['22', '5', '04', '56', '99'].map((code) => readEthnicity(code))).toEqual([{ status: 'read', code: '22' }, { status: 'read', code: '05' }, { status: 'scheme-missing' }, { status: 'scheme-missing' }, { status: 'unknown' }]);
  });
  it('is read from a name in any spelling', () => {
    for (const name of ['Xtiêng', 'S’tiêng', "S'tiêng", 'Stiêng', 'X`tiêng', 'STIENG', 'x-tiêng']) expect(readEthnicity(name), name).toEqual({ status: 'read', code: '22' });
    expect(['Khơ-me', 'Khơ me', 'H’Mông', "M'nông", 'Bru-Vân Kiều', 'kinh ', 'Ê-đê', 'Gié-Triêng', 'Ta-ôi', 'Sao Hỏa', ''].map((name) => readEthnicity(name))).toEqual([
      ...['05', '05', '08', '20', '24', '01', '11', '29', '27'].map((code) => ({ status: 'read', code })), { status: 'unknown' }, { status: 'unknown' }]);
  });
  it('has 54 peoples in both lists, each once', () => {
    const old = ethnicGroups.map(({ code1979 }) => code1979).filter((code) => code !== '');
    expect([ethnicGroups.length, new Set(ethnicGroups.map(({ code }) => code)).size, old.length, new Set(old).size]).toEqual([56, 56, 54, 54]);
    expect(['55', '56'].map((code) => readEthnicity(code, '1979').status)).toEqual(['unknown', 'unknown']);
  });
  it('has no spelling of two peoples', () => { for (const { code, vi, also } of ethnicGroups) for (const name of [vi, ...also]) expect(readEthnicity(name), name).toEqual({ status: 'read', code }); });
});

describe('a household', () => {
  it('reads a relation by code and in the words of the forms, and not the one with two meanings', () =>
    expect(['head', 'Chủ hộ', 'CHỒNG', 'vợ', 'Con đẻ', 'mẹ', 'cháu ngoại', 'Cháu', 'khác', 'Bạn'].map(householdRelation)).toEqual(['head', 'head', 'spouse', 'spouse', 'child', 'parent', 'grandchild', undefined, 'other', undefined]));
});

describe('the retirement age', () => {
  const age = (months: number): string => `${String(Math.floor(months / 12))}y${String(months % 12)}m`;
  it('is that of the Labour Code, year by year', () => {
    expect([2020, 2021, 2023, 2025, 2026, 2027, 2028, 2040].map((year) => age(retirementAgeMonths(year, 'M')))).toEqual(['60y0m', '60y3m', '60y9m', '61y3m', '61y6m', '61y9m', '62y0m', '62y0m']);
    expect([2020, 2021, 2023, 2025, 2026, 2034, 2035, 2040].map((year) => age(retirementAgeMonths(year, 'F')))).toEqual(['55y0m', '55y4m', '56y0m', '56y8m', '57y0m', '59y8m', '60y0m', '60y0m']);
  });
  it('is the later one where the sex is not told', () => expect(retirementAgeMonths(2026, 'X')).toBe(retirementAgeMonths(2026, 'M')));
});
