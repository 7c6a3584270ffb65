import type { DayKind } from './day-kind.ts';

/** Whose coming and going a kind of facility follows. */
export type Crowd = 'leisure' | 'work' | 'care' | 'study' | 'home';

/** From Sunday. */
const weekdays: Readonly<Record<Crowd, readonly number[]>> = {
  leisure: [1.05, 0.8, 0.8, 0.85, 0.95, 1.2, 1.4],
  work: [0.6, 1.6, 1.1, 1, 1, 0.9, 0.8],
  care: [0.6, 1.35, 1.1, 1.05, 1, 1, 0.9],
  study: [1.8, 1.6, 0.9, 0.7, 0.7, 0.7, 0.6],
  home: [1.3, 0.7, 0.7, 0.7, 0.8, 1.2, 1.6],
};

/** From January: the dry season from December to April, the summer holidays, the rains. */
const months: Readonly<Record<Crowd, readonly number[]>> = {
  leisure: [1.1, 1.1, 1.1, 1.1, 1, 1.1, 1.15, 1, 0.85, 0.85, 0.95, 1.1],
  work: [0.9, 1.2, 1.1, 1, 1, 1, 1, 1, 1, 1.05, 1.05, 0.9],
  care: [1, 1, 1, 1, 1.05, 1.1, 1.1, 1.1, 1.1, 1.05, 1, 1],
  study: [0.8, 1.2, 1, 1, 0.8, 0.4, 0.3, 1.2, 2, 1.4, 1, 0.8],
  home: [1.1, 1.2, 1, 1, 1, 1.3, 1.3, 1.1, 0.9, 0.9, 0.9, 1],
};

const holidays: Readonly<Record<Crowd, Readonly<Record<NonNullable<DayKind['holiday']>, number>>>> = {
  leisure: { 'new-year': 1.5, 'hung-kings': 1.6, reunification: 1.8, 'national-day': 1.7, 'full-moon': 1.2 },
  work: { 'new-year': 0.4, 'hung-kings': 0.4, reunification: 0.3, 'national-day': 0.3, 'full-moon': 1 },
  care: { 'new-year': 0.6, 'hung-kings': 0.6, reunification: 0.5, 'national-day': 0.5, 'full-moon': 1 },
  study: { 'new-year': 0.3, 'hung-kings': 0.3, reunification: 0.2, 'national-day': 0.2, 'full-moon': 1 },
  home: { 'new-year': 1.6, 'hung-kings': 1.8, reunification: 2.5, 'national-day': 2.2, 'full-moon': 1.3 },
};

/** How many times the usual number of guests arrive on a day. */
export const demandOn = (kind: DayKind, crowd: Crowd): number => {
  const ordinary = (weekdays[crowd][kind.weekday] ?? 1) * (months[crowd][kind.month - 1] ?? 1);
  if (kind.tet !== undefined) return tetDemand(kind.tet, crowd, ordinary);
  return kind.holiday === undefined ? ordinary : Math.max(months[crowd][kind.month - 1] ?? 1, 0.5) * holidays[crowd][kind.holiday];
};

/** Around Tết people go home first, travel from its second day on, and come back to work after it; whatever day of the week it is. */
const tetDemand = (day: number, crowd: Crowd, ordinary: number): number => {
  switch (crowd) {
    case 'leisure':
      return day < -1 ? ordinary : day <= 0 ? 0.6 : day <= 6 ? 2.2 : 1.2 * ordinary;
    case 'work':
      return day < -2 ? 0.4 * ordinary : day <= 4 ? 0.05 : day <= 10 ? 2.6 : ordinary;
    case 'care':
      return day < -2 ? ordinary : day <= 4 ? 0.4 : ordinary;
    case 'study':
      return day <= 8 ? 0 : 2;
    case 'home':
      return day < -4 ? 1.5 : day <= 4 ? 5 : ordinary;
  }
};
