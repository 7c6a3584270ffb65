import { dayNumber, hour } from './local-time.ts';

/** Something that lasts, Unix ms, of one person at one facility. */
type Lasting = { readonly ref: string; readonly from: number; readonly to: number };

/** Visits of one person at one facility: cut where 24 hours and more lie between what was before and the next arrival. Within each by arrival, then by ref. */
export const visitsOf = <Span extends Lasting>(spans: readonly Span[]): Span[][] => {
  const visits: Span[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const span of [...spans].sort((a, b) => a.from - b.from || (a.ref < b.ref ? -1 : 1))) {
    if (span.from - end >= 24 * hour) visits.push([]);
    visits.at(-1)?.push(span);
    end = Math.max(end, span.to);
  }
  return visits;
};

/** The nights of a visit, each with the stay that began first of those that have it. */
export const nightsOfVisit = <Span extends Lasting>(visit: readonly Span[]): Map<number, Span> => {
  const nights = new Map<number, Span>();
  for (const span of visit) for (let night = dayNumber(span.from); night < dayNumber(span.to); night += 1) if (!nights.has(night)) nights.set(night, span);
  return nights;
};
