import { instant, isDemonstration } from '@da06/domain';
import { sequenceOf } from '@da06/events';
import type { AlertRule } from '@da06/reference';
import type { Known } from '../known/known.ts';
import { alertIdOf } from '../matching/alert-id.ts';
import type { FoundAlert } from '../matching/raised-event.ts';
import type { RuleHit } from './tables.ts';

/** The alert that a hit is, told as of when it could be known: it follows from the hit alone, so that whoever raises it tells the same. */
export const alertOfHit = ({ rule, version, severity }: AlertRule, { about, facilities, unit, facility, ref, day, at, figures, evidence, knownAt }: RuleHit): FoundAlert => ({
  alert: { alert: alertIdOf(rule, ...about), rule, ruleVersion: version, severity, at: instant(at), day, unit, facility, ref, entry: '', figures, evidence: [...evidence], simulated: facilities.some(isDemonstration) },
  told: { sequence: sequenceOf(knownAt), recordedAt: knownAt },
});

/** Whether a hit was raised before, under its own name or another. */
export const wasRaised = (known: Pick<Known, 'alert'>, rule: string, { about, also }: RuleHit): boolean => [about, ...also].some((name) => known.alert(alertIdOf(rule, ...name)) !== undefined);
