import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, parseBirthDate } from './birth-date.ts';
import { checkDocument, type DocumentClaim } from './document.ts';
import { cleanName, foldName, normalisePhone, phoneLostZero } from './names.ts';

const pointers = { number: '/guest/document/number', sex: '/guest/sex', birthDate: '/guest/birthDate' };
const claim = (over: Partial<DocumentClaim>): DocumentClaim => ({ kind: 'cccd', number: '070090123457', sex: 'M', birthYear: 1990, onDay: '2026-11-20', ...over });
const check = (over: Partial<DocumentClaim>) => checkDocument(claim(over), (code) => code === '070' || code === '001', pointers);
const codes = (over: Partial<DocumentClaim>) => check(over).faults.map((one) => one.code);

describe('the check of a document', () => {
  it('takes an identity number that fits its holder without a word', () => expect(check({})).toEqual({ number: '070090123457', faults: [] }));
  it('reads a number through blanks and dots', () => expect(check({ number: ' 070.090 123-457' }).number).toBe('070090123457'));
  it('refuses an identity number that has not 12 digits', () => expect(codes({ number: '0700901234' })).toEqual(['document.cccd-format']));
  it('restores a lost zero if the result passes, and says so', () => expect(check({ number: '70090123457' })).toMatchObject({ number: '070090123457', faults: [{ code: 'document.lost-zero-restored', severity: 'info' }] }));
  it('restores two lost zeros under the same rule', () => {
    expect(check({ number: '1190123457', sex: 'F' })).toMatchObject({ number: '001190123457', faults: [{ code: 'document.lost-zero-restored', severity: 'info' }] });
    expect(codes({ number: '1190123457', sex: 'M' })).toEqual(['document.cccd-format']);
  });
  it('restores no zero if the result is doubtful', () => expect(codes({ number: '70090123457', birthYear: 1991 })).toEqual(['document.cccd-format']));
  it('warns of a place it does not know and does not ask for a leading zero', () => expect(check({ number: '270090123457' }).faults).toMatchObject([{ code: 'document.cccd-place-unknown', severity: 'warn' }]));
  it('warns where century and sex or year do not fit', () => expect(codes({ sex: 'F', birthYear: 1980 })).toEqual(['document.cccd-sex-mismatch', 'document.cccd-birth-year-mismatch']));
  it('reads the century 20xx from the digit', () => expect(codes({ number: '001305123457', sex: 'F', birthYear: 2005 })).toEqual([]));
  it('holds nothing against a sex of X or an unknown year', () => expect(codes({ sex: 'X', birthYear: 0 })).toEqual([]));
  it.each(['111111', '123456', '000000', '654321'])('finds the tail %s suspicious', (tail) => expect(codes({ number: `070090${tail}` })).toEqual(['document.cccd-suspicious']));
  it('keeps an old paper after 2024 with a warning', () => {
    expect(codes({ kind: 'cmnd', number: '285123456' })).toEqual(['document.cmnd-expired']);
    expect(codes({ kind: 'cmnd', number: '285123456', onDay: '2024-12-31' })).toEqual([]);
    expect(codes({ kind: 'cmnd', number: '285123456', onDay: '2025-01-01' })).toEqual(['document.cmnd-expired']);
    expect(codes({ kind: 'cmnd', number: '070090123457', onDay: '2024-12-31' })).toEqual([]);
    expect(codes({ kind: 'cmnd', number: '28512345' })).toEqual(['document.cmnd-format']);
  });
  it('takes passports of up to ten letters and digits', () => {
    expect(check({ kind: 'passport', number: 'c1234567' })).toEqual({ number: 'C1234567', faults: [] });
    expect(codes({ kind: 'passport', number: 'C1234567890' })).toEqual(['document.passport-format']);
    expect(codes({ kind: 'passport', number: 'C12#45' })).toEqual(['document.passport-format']);
  });
  it.each([['driving-licence', 20], ['health-card', 20], ['number-notice', 20], ['birth-certificate', 30], ['other', 30], ['of-a-kind-to-come', 30]] as const)('takes a %s of up to %i letters and digits', (kind, most) => {
    expect(codes({ kind, number: 'A'.repeat(most) })).toEqual([]);
    expect(codes({ kind, number: 'A'.repeat(most + 1) })).toEqual(['document.number-format']);
    expect(codes({ kind, number: '' })).toEqual(['document.number-format']);
  });
  it('reads digits of full width as digits', () => expect(check({ number: '０７００９０１２３４５７' })).toEqual({ number: '070090123457', faults: [] }));
  it('points to the sender’s own fields and shows what came, also where the fault is in the fit of two fields', () => {
    expect(check({ number: '0700', sex: 'M' }).faults[0]).toMatchObject({ pointer: pointers.number, received: '0700' });
    expect(check({ sex: 'F', birthYear: 1980 }).faults.map(({ pointer }) => pointer)).toEqual([pointers.sex, pointers.birthDate]);
  });
  it('only warns of what can be true of a real card', () => expect(check({ number: '999990123456', sex: 'F', birthYear: 1950 }).faults.map(({ severity }) => severity)).not.toContain('reject'));
});

describe('laws of the check', () => {
  const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));
  const holder = fc.record({ year: fc.integer({ min: 1900, max: 2099 }), sex: fc.constantFrom('M' as const, 'F' as const), tail: digits(6) });
  const kinds = fc.constantFrom('cccd', 'cmnd', 'passport', 'driving-licence', 'health-card', 'other');

  it('a number made by the rule of Circular 07/2016 fits its holder, and no other sex or year', () => {
    fc.assert(fc.property(holder, fc.integer({ min: 1, max: 99 }), ({ year, sex, tail }, off) => {
      const number = `070${Math.floor((year - 1900) / 100) * 2 + (sex === 'F' ? 1 : 0)}${String(year).slice(2)}${tail}`;
      const found = (over: Partial<DocumentClaim>) => codes({ number, sex, birthYear: year, ...over }).filter((code) => code !== 'document.cccd-suspicious');
      expect(found({})).toEqual([]);
      expect(found({ sex: sex === 'M' ? 'F' : 'M' })).toEqual(['document.cccd-sex-mismatch']);
      expect(found({ birthYear: year + off })).toEqual(['document.cccd-birth-year-mismatch']);
    }));
  });
  it('blanks, dots, hyphens and case change neither number nor findings', () => {
    fc.assert(fc.property(kinds, digits(12), fc.constantFrom(' ', '.', '-', '\u00a0', '\u2013'), fc.nat(12), (kind, number, mark, place) => {
      const [plain, marked] = [check({ kind, number: `b${number}` }), check({ kind, number: `B${number.slice(0, place)}${mark}${number.slice(place)}` })];
      expect(marked.number).toBe(plain.number);
      expect(marked.faults.map(({ code }) => code)).toEqual(plain.faults.map(({ code }) => code));
    }));
  });
  it('what came out goes in again unchanged', () => {
    fc.assert(fc.property(kinds, fc.oneof(digits(9), digits(11), digits(12), fc.string()), (kind, number) => { const once = check({ kind, number }).number; expect(check({ kind, number: once }).number).toBe(once); }));
  });
});

describe('names, phones and dates of birth', () => {
  it('folds composed and decomposed forms of a name to the same text, đ with them', () => {
    expect(foldName('Điểu  Thị Đào'.normalize('NFD'))).toBe('dieu thi dao');
    expect(foldName('ĐIỂU THỊ ĐÀO')).toBe('dieu thi dao');
  });
  it('folds the letters that older software writes for đ, and drops what cannot be seen', () => {
    for (const name of ['Đặng Đình Đức', '\u00d0ặng \u00d0ình \u00d0ức', '\u0189ặng \u0189ình \u0189ức', 'Đặng\u200b Đình\u00a0 Đức\ufeff']) expect(foldName(name)).toBe('dang dinh duc');
  });
  it('keeps a name of one word, its order and its marks', () => expect(cleanName(' \tĐiểu '.normalize('NFD'))).toBe('Điểu'));
  it('folds a folded name to itself, in every form of Unicode', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(foldName(foldName(name))).toBe(foldName(name));
      expect(foldName(name.normalize('NFD'))).toBe(foldName(name.normalize('NFC')));
    }));
  });
  it('tells a phone that lost its zero', () => expect(['901234567', '90 123 4567', '0901234567', '+84901234567', '123456789'].map(phoneLostZero)).toEqual([true, true, false, false, false]));
  it('writes a phone as E.164 and gives a lost zero back', () => {
    for (const phone of ['0901 234 567', '+84901234567', '84901234567', '901234567', '090.123.4567', '0084 901 234 567', '(+84) 90-123-4567']) expect(normalisePhone(phone), phone).toBe('+84901234567');
    for (const none of ['0123456', '', '02713 636 363', '+82 10 1234 5678', '01201234567', '09012345678']) expect(normalisePhone(none), none).toBeUndefined();
  });
  it('reads a date of birth as precisely as it is written', () => {
    expect(['1990-05-15', '1990-05', '1990', '15/05/1990', '05/1990', '30/02/1990', '90', '1990-13', '0990', '1990-05-15 00:00:00', '2001-02-29'].map(parseBirthDate)).toEqual([
      { year: 1990, month: 5, day: 15 }, { year: 1990, month: 5, day: 0 }, { year: 1990, month: 0, day: 0 },
      { year: 1990, month: 5, day: 15 }, { year: 1990, month: 5, day: 0 }, undefined, undefined, undefined, undefined,
      { year: 1990, month: 5, day: 15 }, undefined,
    ]);
  });
  it('counts whole years', () => {
    expect(ageOn({ year: 1990, month: 11, day: 21 }, '2026-11-20')).toBe(35);
    expect(ageOn({ year: 1990, month: 11, day: 20 }, '2026-11-20')).toBe(36);
    expect(ageOn({ year: 2027, month: 0, day: 0 }, '2026-11-20')).toBe(-1);
  });
});
