import { chosenBoundary } from '../variables/places.ts';

/** A view of days or months, on the chosen boundaries; `given` are its other arguments, each with a comma behind it. */
export const onBoundaries = (view: string, given = ''): string => `${view}(${given}boundary = ${chosenBoundary})`;
