import type { Archive } from './archive.ts';
import { workbookLimits } from './budget.ts';

/** Number formats of dates and times that need no definition (ECMA-376 18.8.30, with those of East Asian versions). */
const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a format code shows a date or time: a d, m, y or h outside quoted texts, escapes and brackets. */
export const isDateFormat = (code: string): boolean => /[dmyh]/i.test(code.replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?/g, '')) && !/^general$/i.test(code.trim());

const mostStyles = 65_536;

/** For each cell style by its number, whether it shows dates. */
export const readDateStyles = async (archive: Archive, part: string | undefined): Promise<readonly boolean[]> => {
  const dates: boolean[] = [];
  if (part === undefined || !archive.has(part)) return dates;
  const custom = new Map<number, boolean>();
  let inCellStyles = false;
  await archive.parse(part, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'numFmt' && custom.size < mostStyles) custom.set(Number(attributes['numFmtId']), isDateFormat((attributes['formatCode'] ?? '').slice(0, workbookLimits.cellUnits)));
      else if (name === 'xf' && inCellStyles && dates.length < mostStyles) {
        const id = Number(attributes['numFmtId'] ?? 0);
        dates.push(custom.get(id) ?? isBuiltInDate(id));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return dates;
};
