import { alertRules as rules, businessKinds, incidentKinds as kinds } from '@da06/reference';
import type { Shown } from '../panels/spec.ts';

/** Kinds of incidents as people read them. */
export const incidentKinds: readonly Shown[] = kinds.map(({ kind, vi, en }) => ({ value: kind, text: { vi, en } }));

/** Kinds of businesses under conditions of security and order. */
export const businesses: readonly Shown[] = businessKinds.map(({ kind, vi, en }) => ({ value: kind, text: { vi, en } }));

/** Rules of alerts. */
export const alertRules: readonly Shown[] = rules.map(({ rule, vi, en }) => ({ value: rule, text: { vi, en } }));
