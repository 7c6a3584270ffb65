export { csvOf } from './csv.ts';
export { framesOf, type FrameOptions } from './frames.ts';
export { sideBySide, type Column } from './joined.ts';
export { numeral } from './numerals.ts';
export { themeOf } from './theme.ts';
export { timeText, zone } from './times.ts';
