import { chosenBoundary } from '../variables/places.ts';
import { zone } from './sql.ts';

/** A view of days or months, on the chosen boundaries. */
export const onBoundaries = (view: string): string => `${view}(boundary = ${chosenBoundary})`;

const newest = '(SELECT toDate(as_of) FROM as_of)';

/** The last of the days shown that there is: one day alone, for a year of days costs a year. */
export const lastDay = `day = least(toDate($__toTime, '${zone}'), ${newest})`;

/** The last of the nights shown that is over. */
export const lastNight = `day = least(toDate($__toTime, '${zone}'), ${newest} - 1)`;
