import type { Text } from '../text.ts';
import { definitionOf } from './definition.ts';

/** The definition of an indicator of months, of the days that a board shows: what it says of the month holds of them. @throws RangeError for a code that is not defined. */
export const definitionInPeriod = (code: string): Text => {
  const { vi, en } = definitionOf(code);
  return { vi: vi.replaceAll('vào tháng của', 'vào ngày của').replaceAll('tháng', 'kỳ'), en: en.replaceAll('in the month of', 'on the day of').replaceAll('month', 'period') };
};
