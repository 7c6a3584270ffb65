import type { Crowd } from '../calendar/demand.ts';
import { weigh, type Weighted } from '../random.ts';

export type StayKind = 'hotel' | 'motel' | 'guest-house' | 'boarding-house' | 'official-residence' | 'rental-house' | 'zone-housing' | 'clinic' | 'dormitory' | 'household';

/** How guests of a kind of facility behave. */
export type Behaviour = {
  readonly crowd: Crowd;
  /** Parties that arrive on an ordinary day for each room (or bed, where beds are let). */
  readonly parties: number;
  /** Whether strangers share rooms: then beds are let, else rooms. */
  readonly byBed: boolean;
  readonly bedsEach: number;
  readonly partySizes: Weighted<number>;
  /** Share of parties of two and more that are a family with children. */
  readonly families: number;
  /** Share of parties that leave on the day they came. */
  readonly hourly: number;
  readonly nights: Weighted<readonly [least: number, most: number]>;
  /** Weights of the hours of arrival, from 00:00. */
  readonly hours: Weighted<number>;
  readonly reasons: Weighted<string>;
  readonly foreigners: number;
  /** Share of guests who live in the district itself. */
  readonly locals: number;
  /** Share of guests who were here or elsewhere in the district before. */
  readonly regulars: number;
  readonly extended: number;
  readonly early: number;
  readonly moved: number;
};

const hours = (...weights: readonly number[]): Weighted<number> => weigh(weights.map((weight, hour) => [hour, weight] as const));
const evening = hours(1, 0.5, 0.2, 0.2, 0.2, 0.3, 0.5, 0.8, 1, 1.5, 2, 3, 5, 8, 10, 9, 8, 8, 8, 7, 6, 4, 2.5, 1.2);
const motelHours = hours(2, 1, 0.6, 0.3, 0.3, 0.4, 0.6, 1, 2, 4, 6, 7, 8, 7, 7, 6, 6, 6, 7, 9, 10, 9, 7, 3);
const working = hours(0, 0, 0, 0, 0, 0.5, 2, 2, 6, 8, 8, 6, 4, 6, 8, 8, 7, 6, 4, 3, 2, 1, 0, 0);
const ward = hours(0.6, 0.4, 0.4, 0.4, 0.5, 0.8, 2, 4, 10, 10, 8, 6, 3, 5, 7, 6, 4, 3, 2, 2, 1.5, 1, 1, 0.8);

const common = { byBed: false, families: 0, hourly: 0, locals: 0, foreigners: 0, regulars: 0.1, extended: 0.06, early: 0.06, moved: 0.02 };
const travel = weigh([['tourism', 34], ['business', 30], ['visit', 9], ['family-visit', 8], ['conference', 6], ['work', 5], ['commerce', 4], ['marketing', 1], ['press', 0.5], ['charity', 0.5], ['other', 2]]);

/** The kinds that register stays. Figures are invented to look like such a district; no source gives them. */
export const behaviours: Readonly<Record<StayKind, Behaviour>> = {
  hotel: {
    ...common, crowd: 'leisure', parties: 0.2, bedsEach: 2, partySizes: weigh([[1, 42], [2, 38], [3, 8], [4, 9], [8, 2], [14, 1]]), families: 0.35,
    nights: weigh([[[1, 1], 60], [[2, 2], 24], [[3, 3], 10], [[4, 9], 6]]), hours: evening, reasons: travel, foreigners: 0.12, locals: 0.04,
  },
  motel: {
    ...common, crowd: 'leisure', parties: 0.95, bedsEach: 2, partySizes: weigh([[1, 30], [2, 68], [3, 2]]), families: 0.02, hourly: 0.7, nights: weigh([[[1, 1], 88], [[2, 4], 12]]),
    hours: motelHours, reasons: weigh([['tourism', 30], ['visit', 26], ['business', 20], ['work', 12], ['family-visit', 6], ['other', 6]]), foreigners: 0.01, locals: 0.35, regulars: 0.22, moved: 0,
  },
  'guest-house': {
    ...common, crowd: 'leisure', parties: 0.2, bedsEach: 2, partySizes: weigh([[1, 50], [2, 40], [4, 10]]), families: 0.15, nights: weigh([[[1, 1], 50], [[2, 3], 40], [[4, 7], 10]]),
    hours: evening, reasons: weigh([['business', 46], ['conference', 24], ['visit', 14], ['tourism', 10], ['study', 6]]), foreigners: 0.05,
  },
  'boarding-house': {
    ...common, crowd: 'work', parties: 0.09, bedsEach: 2, partySizes: weigh([[1, 72], [2, 28]]), families: 0.2, nights: weigh([[[1, 3], 30], [[4, 12], 40], [[13, 25], 30]]),
    hours: working, reasons: weigh([['work', 76], ['family-visit', 10], ['study', 8], ['other', 6]]), regulars: 0.18, extended: 0.1,
  },
  'official-residence': {
    ...common, crowd: 'work', parties: 0.06, bedsEach: 1, partySizes: weigh([[1, 1]]), nights: weigh([[[1, 4], 60], [[5, 20], 40]]), hours: working,
    reasons: weigh([['business', 90], ['conference', 10]]), regulars: 0.4,
  },
  'rental-house': {
    ...common, crowd: 'work', parties: 0.05, bedsEach: 2, partySizes: weigh([[1, 45], [2, 35], [4, 20]]), families: 0.5, nights: weigh([[[20, 28], 1]]), hours: working,
    reasons: weigh([['work', 70], ['commerce', 12], ['family-visit', 10], ['study', 8]]), foreigners: 0.2, extended: 0, moved: 0,
  },
  'zone-housing': {
    ...common, crowd: 'work', parties: 0.035, byBed: true, bedsEach: 4, partySizes: weigh([[1, 80], [2, 15], [4, 5]]), nights: weigh([[[5, 14], 30], [[15, 28], 70]]), hours: working,
    reasons: weigh([['work', 100]]), foreigners: 0.06, extended: 0.05, early: 0.15, moved: 0.04,
  },
  clinic: {
    ...common, crowd: 'care', parties: 0.16, byBed: true, bedsEach: 3, partySizes: weigh([[1, 1]]), nights: weigh([[[1, 2], 40], [[3, 5], 45], [[6, 14], 15]]), hours: ward,
    reasons: weigh([['medical', 100]]), foreigners: 0.004, locals: 0.7, regulars: 0.05, extended: 0.14, early: 0.2, moved: 0.08,
  },
  dormitory: {
    ...common, crowd: 'study', parties: 0.015, byBed: true, bedsEach: 6, partySizes: weigh([[1, 85], [2, 15]]), nights: weigh([[[10, 28], 1]]), hours: working, reasons: weigh([['study', 100]]),
    early: 0.1, moved: 0.05,
  },
  household: {
    ...common, crowd: 'home', parties: 0.12, bedsEach: 3, partySizes: weigh([[1, 40], [2, 30], [3, 15], [4, 15]]), families: 0.6, nights: weigh([[[1, 2], 50], [[3, 7], 50]]), hours: evening,
    reasons: weigh([['family-visit', 80], ['visit', 20]]), foreigners: 0.02, regulars: 0.15,
  },
};
