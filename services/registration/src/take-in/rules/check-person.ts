import { ageOn, foldName, normalisePhone, parseBirthDate, phoneLostZero, type BirthDate } from '@da06/domain';
import { textOf, type PersonClaim, type PersonPointers } from '../fields/claim.ts';
import { shown } from '../fields/read-field.ts';
import type { Finding } from '../types.ts';
import { checkPapers, type Papers } from './check-papers.ts';
import type { PersonSetting } from './setting.ts';

export type Sex = 'M' | 'F' | 'X';

/** Who a record says somebody is, after the rules; a part that was not named or was refused is undefined. */
export type CheckedPerson = {
  readonly birth: BirthDate | undefined;
  readonly sex: Sex | undefined;
  readonly nationality: string | undefined;
  readonly papers: Papers | undefined;
  /** E.164 where it is a Vietnamese number, else as sent. */
  readonly phone: string | undefined;
};

/** Checks name, birth, sex, nationality, papers and phone (dossier 3.1, 3.3); `onDay` is the local day of arrival, or the one from which a register's record holds. */
export const checkPerson = (claim: PersonClaim, pointers: PersonPointers, setting: PersonSetting, onDay: string, found: Finding[]): CheckedPerson => {
  const name = textOf(claim.fullName);
  if (name !== undefined && !/\p{L}/u.test(name)) found.push({ pointer: pointers.fullName, code: 'name.format', received: shown(name) });
  const birth = checkBirth(claim, pointers, setting, found);
  const sex = checkSex(claim, pointers, found);
  const nationality = checkNationality(claim, pointers, setting, found);
  const papers = checkPapers({ claim, pointers, setting, sex, birthYear: birth?.year ?? 0, nationality, onDay }, found);
  const phone = textOf(claim.phone);
  const e164 = phone === undefined ? undefined : normalisePhone(phone);
  if (phone !== undefined && e164 === undefined && (nationality === undefined || nationality === 'VNM')) found.push({ pointer: pointers.phone, code: 'phone.format', received: shown(phone) });
  if (phone !== undefined && phoneLostZero(phone)) found.push({ pointer: pointers.phone, code: 'phone.lost-zero-restored', received: shown(phone) });
  return { birth, sex, nationality, papers, phone: e164 ?? phone };
};

const checkBirth = (claim: PersonClaim, pointers: PersonPointers, setting: PersonSetting, found: Finding[]): BirthDate | undefined => {
  const text = textOf(claim.birthDate);
  if (text === undefined) return undefined;
  const full = parseBirthDate(text);
  if (full === undefined) {
    found.push({ pointer: pointers.birthDate, code: 'birth-date.format', received: shown(text) });
    return undefined;
  }
  const birth = claim.birthPrecision === 'Y' ? { year: full.year, month: 0, day: 0 } : claim.birthPrecision === 'M' ? { ...full, day: 0 } : full;
  const age = ageOn(birth, setting.today);
  if (age < 0) found.push({ pointer: pointers.birthDate, code: 'birth-date.future', received: shown(text) });
  else if (age > 120) found.push({ pointer: pointers.birthDate, code: 'birth-date.over-120', received: shown(text) });
  return birth;
};

const sexes: ReadonlyMap<string, Sex> = new Map([['m', 'M'], ['nam', 'M'], ['male', 'M'], ['f', 'F'], ['nu', 'F'], ['female', 'F'], ['x', 'X'], ['khac', 'X'], ['other', 'X']]);

/** The sex as a record writes it: M, F, X, Nam, nữ, male, or with its label as in "F - Nữ". */
export const parseSex = (text: string): Sex | undefined => {
  if (text === 'M' || text === 'F' || text === 'X') return text;
  return sexes.get(foldName(text.split(' - ', 1)[0] ?? ''));
};

const checkSex = (claim: PersonClaim, pointers: PersonPointers, found: Finding[]): Sex | undefined => {
  const text = textOf(claim.sex);
  if (text === undefined) return undefined;
  const sex = parseSex(text);
  if (sex === undefined) found.push({ pointer: pointers.sex, code: 'sex.unknown', received: shown(text) });
  return sex;
};

const checkNationality = (claim: PersonClaim, pointers: PersonPointers, setting: PersonSetting, found: Finding[]): string | undefined => {
  const text = textOf(claim.nationality);
  if (text === undefined) return undefined;
  const nationality = nationalityOf(text, setting);
  if (nationality === undefined) found.push({ pointer: pointers.nationality, code: 'nationality.unknown', received: shown(text) });
  return nationality;
};

/** A nationality or state, also with its label as in "VNM - Viet Nam". */
const nationalityOf = (text: string, { locality }: PersonSetting): string | undefined =>
  locality.nationality(text) ?? (text.includes(' - ') ? locality.nationality(text.split(' - ', 1)[0] ?? '') : undefined);
