import type { Headlines } from './headline.ts';
import { compliance } from './compliance.ts';
import { programmeHeadlines } from './programme-headlines.ts';
import { labourHeadlines, populationHeadlines } from './registers.ts';
import { security } from './security.ts';
import { tourism } from './tourism.ts';
import { wallHeadlines } from './wall-headlines.ts';

/** Of every board whose figures the truth gives. */
export const allHeadlines: readonly Headlines[] = [wallHeadlines, programmeHeadlines, populationHeadlines, labourHeadlines, compliance, security, tourism];
