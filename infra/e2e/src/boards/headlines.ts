import type { Headlines } from './headline.ts';

/** Of every board whose figures the truth gives. */
export const allHeadlines: readonly Headlines[] = [];
