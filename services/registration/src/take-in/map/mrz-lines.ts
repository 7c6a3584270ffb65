import { parse } from 'mrz';

export type Zone = { readonly parsed: ReturnType<typeof parse>; readonly lines: readonly string[] };

/** Lines of TD1, TD2 and TD3 (ICAO 9303): how many, and how long each is. */
const shapes = [{ count: 3, length: 30 }, { count: 2, length: 36 }, { count: 2, length: 44 }] as const;

/**
 * Finds a machine-readable zone in what a keyboard scanner typed or a clerk pasted: in lower case, with blanks, with `«` for `<<`, without its
 * line breaks, or with fillers lost at a line's end. Of several readings the one with the fewest invalid fields; undefined if there is none.
 */
export const findZone = (text: string): Zone | undefined => {
  const readings = [...new Set(spellings(text.toUpperCase()))].flatMap(layouts).flatMap((lines) => {
    const parsed = parsedOf(lines);
    return parsed === undefined ? [] : [{ parsed, lines }];
  });
  const invalid = ({ parsed }: Zone): number => parsed.details.filter(({ valid }) => !valid).length;
  return readings.sort((a, b) => invalid(a) - invalid(b))[0];
};

const spellings = (text: string): string[] => ['<<', '<'].flatMap((filler) => ['', '<'].map((blank) => text.trim().replaceAll(/[«‹]/g, filler).replaceAll(/[ \t\u00a0]/g, blank)));

const layouts = (text: string): string[][] => {
  const lines = text.split(/[\r\n]+/).filter((line) => line !== '');
  const whole = lines.join('');
  return shapes.flatMap(({ count, length }) => {
    const found: string[][] = [];
    if (whole.length === count * length) found.push(Array.from({ length: count }, (_, line) => whole.slice(line * length, (line + 1) * length)));
    // Lines that end in fillers may have lost some; the second of every shape ends in a check digit.
    if (lines.length === count && lines[1]?.length === length && lines.every((line) => line.length <= length)) found.push(lines.map((line) => line.padEnd(length, '<')));
    return found;
  });
};

const parsedOf = (lines: string[]): Zone['parsed'] | undefined => {
  try {
    const parsed = parse(lines);
    return parsed.format === 'TD1' || parsed.format === 'TD2' || parsed.format === 'TD3' ? parsed : undefined;
  } catch {
    // The library throws for what has the form of no document.
    return undefined;
  }
};
