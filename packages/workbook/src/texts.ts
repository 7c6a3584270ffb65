import type { Archive } from './archive.ts';
import { workbookLimits, type Budget } from './budget.ts';

/** Collects the text of a rich or plain string: runs one after the other, readings of East Asian names (rPh) left out. */
export type TextCollector = { readonly open: (name: string) => void; readonly close: (name: string) => void; readonly text: (piece: string) => void; readonly take: () => string };

export const createTextCollector = (): TextCollector => {
  let collected = '';
  let inText = false;
  let readings = 0;
  return {
    open: (name) => {
      if (name === 'rPh') readings += 1;
      else if (name === 't') inText = true;
    },
    close: (name) => {
      if (name === 'rPh') readings -= 1;
      else if (name === 't') inText = false;
    },
    text: (piece) => {
      if (inText && readings === 0) collected = appended(collected, piece);
    },
    take: () => {
      const whole = unescaped(collected);
      collected = '';
      return whole;
    },
  };
};

/** A text with a piece more, up to one unit beyond what a cell may hold. */
export const appended = (text: string, piece: string): string => (text.length > workbookLimits.cellUnits ? text : text + piece.slice(0, workbookLimits.cellUnits + 1 - text.length));

/** Undoes the escapes of characters that XML cannot hold (ECMA-376, ST_Xstring): _x000D_ is a carriage return. */
export const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;

const mostKept = 20_000;

/**
 * Gives back a text as it should be kept: the same one for equal texts, of which a sheet is full, and one of its own. A part of a larger
 * text keeps all of that alive, which would here be the whole sheet.
 */
export const createKeeper = (): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    const same = known.get(text);
    if (same !== undefined) return same;
    const own = ` ${text}`.slice(1);
    if (known.size < mostKept) known.set(own, own);
    return own;
  };
};

/** What a string costs beside its units: millions of empty ones are not nothing. */
export const stringWeight = 16;

/** The table of strings that cells refer to by number. */
export const readSharedStrings = async (archive: Archive, part: string | undefined, budget: Budget): Promise<readonly string[]> => {
  const strings: string[] = [];
  if (part === undefined || !archive.has(part)) return strings;
  const collector = createTextCollector();
  await archive.parse(part, {
    open: collector.open,
    text: collector.text,
    close: (name) => {
      collector.close(name);
      if (name !== 'si') return;
      const text = ` ${collector.take()}`.slice(1);
      budget.kept(text.length + stringWeight);
      strings.push(text);
    },
  });
  return strings;
};
