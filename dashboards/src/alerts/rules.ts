import { deadLetters, lag, reconciliationDifference, silentFeed } from './feeds.ts';
import { missingReport, overdueStep } from './programme.ts';
import type { AlertRule } from './rule.ts';
import { incidentSurge, watchListMatch } from './security.ts';

/** Every rule of alerting there is. */
export const alertRules: readonly AlertRule[] = [silentFeed, lag, deadLetters, reconciliationDifference, overdueStep, missingReport, watchListMatch, incidentSurge];
