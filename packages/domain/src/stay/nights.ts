import { dayMs, hourMs, localDay, startOfLocalDay } from '../time/vietnam-time.ts';

/** A stay as night counting needs it; moments in Unix milliseconds. Cancelled stays are not to be handed in. */
export type CountedStay = {
  readonly facility: string;
  readonly ref: string;
  /** The person, linked papers resolved. */
  readonly person: string;
  readonly arrivedAt: number;
  readonly expectedAt: number | undefined;
  readonly departedAt: number | undefined;
  /** By `countsAsTourist`; not given = not a tourist. */
  readonly tourist?: boolean;
};

/** One guest-night, from the local day `night` to the next. */
export type Night = {
  readonly facility: string;
  readonly ref: string;
  readonly person: string;
  readonly night: string;
  /** The earliest night of the merged stay: an arrival. */
  readonly firstNight: boolean;
  readonly tourism: boolean;
};

/** Stays of one person at one facility less than this apart are one (dossier 5.3: a room move or an extension is one arrival). */
const mergeGap = 24 * hourMs;
/** A stay without any end is capped here: from then on it should be temporary residence. So is tourism (dossier 5.3). */
const longestTourism = 30;
const longest = 366 * dayMs;

/** When a stay ends for counting: the departure, else the expected one, else 30 days after arrival; at most 366 days. */
export const endOf = (stay: CountedStay): number =>
  Math.max(stay.arrivedAt, Math.min(stay.departedAt ?? stay.expectedAt ?? stay.arrivedAt + longestTourism * dayMs, stay.arrivedAt + longest));

/**
 * Guest-nights (ngày khách, dossier 5.3): crossings of local midnight, each night of a person at a facility once, for the stay that
 * began first (then the lower ref). Stays less than 24 h apart are merged: one first night, one length.
 */
export const nightsOf = (stays: readonly CountedStay[]): Night[] => {
  const byPerson = new Map<string, CountedStay[]>();
  for (const stay of stays) {
    const key = `${stay.facility}\n${stay.person}`;
    const own = byPerson.get(key);
    if (own === undefined) byPerson.set(key, [stay]);
    else own.push(stay);
  }
  return [...byPerson.values()].flatMap((own) => mergedStays(own).flatMap(nightsOfMerged));
};

/** Cuts the stays of one person at one facility where they lie 24 hours or more apart. */
const mergedStays = (own: readonly CountedStay[]): CountedStay[][] => {
  const sorted = [...own].sort((a, b) => a.arrivedAt - b.arrivedAt || (a.ref < b.ref ? -1 : 1));
  const merged: CountedStay[][] = [];
  let ended = Number.NEGATIVE_INFINITY;
  for (const stay of sorted) {
    const open = merged.at(-1);
    if (open === undefined || stay.arrivedAt >= ended + mergeGap) merged.push([stay]);
    else open.push(stay);
    ended = Math.max(ended, endOf(stay));
  }
  return merged;
};

const nightsOfMerged = (merged: readonly CountedStay[]): Night[] => {
  const nights = new Map<number, Night>();
  const starts = Math.min(...merged.map(({ arrivedAt }) => startOfLocalDay(arrivedAt)));
  const ends = Math.max(...merged.map((stay) => startOfLocalDay(endOf(stay))));
  const short = ends - starts < longestTourism * dayMs;
  for (const stay of merged) {
    const { facility, ref, person, tourist } = stay;
    const last = startOfLocalDay(endOf(stay));
    for (let midnight = startOfLocalDay(stay.arrivedAt); midnight < last; midnight += dayMs) {
      if (nights.has(midnight)) continue;
      nights.set(midnight, { facility, ref, person, night: localDay(midnight), firstNight: nights.size === 0, tourism: tourist === true && short });
    }
  }
  return [...nights.values()];
};
