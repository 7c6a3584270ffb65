import type { Archive } from './archive.ts';
import { workbookLimits } from './budget.ts';
import type { Shown } from './cell.ts';

/** Number formats of dates and times that need no definition (ECMA-376 18.8.30, with those of East Asian versions). */
const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

const isBuiltInPercent = (id: number): boolean => id === 9 || id === 10;

/** What a format code shows: a d, m, y or h outside quoted texts, escapes and brackets is of a date or time, a % of a share. */
const shownBy = (code: string): Shown => {
  const bare = code.replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?/g, '');
  if (/^general$/i.test(code.trim())) return 'number';
  return /[dmyh]/i.test(bare) ? 'date' : bare.includes('%') ? 'percent' : 'number';
};
const shownByBuiltIn = (id: number): Shown => (isBuiltInDate(id) ? 'date' : isBuiltInPercent(id) ? 'percent' : 'number');

const mostStyles = 65_536;

/** What each cell style, by its number, shows numbers as. */
export const readStyles = async (archive: Archive, part: string | undefined): Promise<readonly Shown[]> => {
  const shown: Shown[] = [];
  if (part === undefined || !archive.has(part)) return shown;
  const custom = new Map<number, Shown>();
  let inCellStyles = false;
  await archive.parse(part, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'numFmt' && custom.size < mostStyles) custom.set(Number(attributes['numFmtId']), shownBy((attributes['formatCode'] ?? '').slice(0, workbookLimits.cellUnits)));
      else if (name === 'xf' && inCellStyles && shown.length < mostStyles) {
        const id = Number(attributes['numFmtId'] ?? 0);
        shown.push(custom.get(id) ?? shownByBuiltIn(id));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return shown;
};
