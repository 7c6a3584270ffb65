import { foldName } from '@da06/domain';
import { ethnicGroups } from './ethnic-groups.ts';

/** The two official lists of peoples; 37 of their 54 codes mean another people in the other list. */
export type EthnicScheme = '2008' | '1979';

/** What an ethnicity as told means: its code in the list of 2008; a code that means two peoples and came without its list; or nothing known. */
export type EthnicReading = { readonly status: 'read'; readonly code: string } | { readonly status: 'scheme-missing' } | { readonly status: 'unknown' };

/** A name for comparing: folded, and without the blanks, hyphens and apostrophes in which spellings differ. */
const plain = (name: string): string => foldName(name).replace(/[^\p{L}]/gu, '');

const byName: ReadonlyMap<string, string> = new Map(ethnicGroups.flatMap(({ code, vi, also }) => [vi, ...also].map((name) => [plain(name), code] as const)));
const byCode: Readonly<Record<EthnicScheme, ReadonlyMap<string, string>>> = {
  '2008': new Map(ethnicGroups.map(({ code }) => [code, code])),
  '1979': new Map(ethnicGroups.filter(({ code1979 }) => code1979 !== '').map(({ code, code1979 }) => [code1979, code])),
};

/** Codes that mean the same people in both lists: these may come without their list. */
export const ethnicCodesInBoth: readonly string[] = ethnicGroups.filter(({ code, code1979 }) => code === code1979).map(({ code }) => code);

const inBoth = new Set(ethnicCodesInBoth);
const names: ReadonlyMap<string, string> = new Map(ethnicGroups.map(({ code, vi }) => [code, vi]));

/** Reads an ethnicity from a code of a list (a lost leading zero is given back) or from a name in any known spelling, which needs no list. */
export const readEthnicity = (text: string, scheme?: EthnicScheme): EthnicReading => {
  const word = text.trim();
  if (!/^\d{1,2}$/.test(word)) return reading(byName.get(plain(word)));
  const code = word.padStart(2, '0');
  if (scheme !== undefined) return reading(byCode[scheme].get(code));
  if (inBoth.has(code)) return { status: 'read', code };
  return byCode['2008'].has(code) ? { status: 'scheme-missing' } : { status: 'unknown' };
};

const reading = (code: string | undefined): EthnicReading => (code === undefined ? { status: 'unknown' } : { status: 'read', code });

/** The name of a code of the list of 2008. */
export const ethnicName = (code: string): string | undefined => names.get(code);
