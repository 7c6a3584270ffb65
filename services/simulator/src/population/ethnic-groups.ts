import { weigh } from '../random.ts';

/** Ethnic groups of the district beside Kinh and Xtiêng, by their codes of 2008. */
export const otherGroups = weigh<string>([['05', 30], ['02', 22], ['07', 24], ['06', 6], ['04', 6], ['03', 4], ['20', 3], ['14', 2], ['09', 2], ['08', 1]]);

export const kinh = '01';
export const xtieng = '22';

/** How often a household is neither Kinh nor Xtiêng. */
export const shareOfOthers = 0.075;

/** Names as clerks write them, and the code of 1979: 37 of 54 codes differ between the lists. */
const written: Readonly<Record<string, { readonly names: readonly string[]; readonly code1979: string }>> = {
  '01': { names: ['Kinh'], code1979: '01' }, '22': { names: ['Xtiêng', "S'tiêng"], code1979: '22' }, '05': { names: ['Khmer', 'Khơ-me'], code1979: '05' }, '02': { names: ['Tày'], code1979: '02' },
  '07': { names: ['Nùng'], code1979: '07' }, '06': { names: ['Hoa'], code1979: '04' }, '04': { names: ['Mường'], code1979: '06' }, '03': { names: ['Thái'], code1979: '03' },
  '20': { names: ['Mnông'], code1979: '20' }, '14': { names: ['Chăm'], code1979: '17' }, '09': { names: ['Dao'], code1979: '09' }, '08': { names: ['Mông', 'HMông'], code1979: '08' },
};

/** An ethnic group as a record tells it: by code of a list, or by name. `style` 0–9 decides which. */
export const writeEthnic = (code: string, style: number): { readonly scheme?: '2008' | '1979'; readonly code: string } => {
  const { names = [], code1979 = code } = written[code] ?? {};
  if (style < 6) return { scheme: '2008', code };
  if (style < 8) return { scheme: '1979', code: code1979 };
  return { code: names[style % names.length] ?? code };
};
