import type { Sending } from '../feed/sending.ts';

const besideStays: ReadonlySet<Sending['expected']['about']> = new Set(['trips', 'inspection', 'incident', 'outage', 'business']);

/** Whether a request of a district is one of those that it has by `oversight` alone. */
export const isBesideStays = ({ expected }: Pick<Sending, 'expected'>): boolean => besideStays.has(expected.about);
