import type { Headlines } from './headline.ts';
import { programmeHeadlines } from './programme-headlines.ts';
import { labourHeadlines, populationHeadlines } from './registers.ts';
import { wallHeadlines } from './wall-headlines.ts';

/** Of every board whose figures the truth gives. */
export const allHeadlines: readonly Headlines[] = [wallHeadlines, programmeHeadlines, populationHeadlines, labourHeadlines];
