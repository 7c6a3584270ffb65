import { businessKinds, incidentKinds as kinds } from '@da06/reference';
import type { Shown } from '../panels/spec.ts';

/** Kinds of incidents as people read them. */
export const incidentKinds: readonly Shown[] = kinds.map(({ kind, vi, en }) => ({ value: kind, text: { vi, en } }));

/** Kinds of businesses under conditions of security and order. */
export const businesses: readonly Shown[] = businessKinds.map(({ kind, vi, en }) => ({ value: kind, text: { vi, en } }));

/** Rules of alerts; one that is not here is shown by its code. */
export const alertRules: readonly Shown[] = [{ value: 'watch-list', text: { vi: 'Trùng danh sách theo dõi', en: 'Match with the watch-list' } }];
