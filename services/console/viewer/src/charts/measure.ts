import { format } from 'echarts/core';

/** The system's own letters: nothing is fetched for a chart. */
export const fontFamily = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
export const fontSize = 12;
/** Pixels from one line of text to the next. */
export const lineHeight = 15;

/** Pixels that a line of text takes. */
export const widthOf = (text: string, size: number = fontSize): number => format.getTextRect(text, `${size}px ${fontFamily}`).width;

/** The text, shortened with an ellipsis when it takes more than `width` pixels. */
export const shorten = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text;
  const letters = [...text];
  let [fits, over] = [0, letters.length];
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    if (widthOf(`${letters.slice(0, middle).join('').trimEnd()}…`) <= width) fits = middle;
    else over = middle;
  }
  return `${letters.slice(0, fits).join('').trimEnd()}…`;
};

/** The text in at most `lines` lines of `width` pixels, broken between words; what does not fit ends with an ellipsis. */
export const wrap = (text: string, width: number, lines: number): string => {
  const rows: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const row = rows.at(-1);
    if (row !== undefined && widthOf(`${row} ${word}`) <= width) rows[rows.length - 1] = `${row} ${word}`;
    else rows.push(word);
  }
  const kept = rows.slice(0, Math.max(1, lines));
  const last = kept.length - 1;
  return kept.map((row, index) => shorten(index === last ? rows.slice(index).join(' ') : row, width)).join('\n');
};

/** A text in which ECharts finds no mark-up of its own (`{style|text}`): a name that holds braces is shown with them. */
export const plainly = (text: string): string => text.replaceAll('{', '{\u200b');
