import type { CubePeople } from './cubes.fixture.ts';

/** A figure of the whole locality in November 2026 as a person computes it: value, count, sum of 12 months, base; null = none is given. */
type HandFigure = readonly [value: number | null, count: number | null, sum12m: number | null, base: number | null];

export type HandCase = {
  readonly name: string;
  readonly people: CubePeople;
  /** Local day; without it the newest recorded, the last of November 2026. */
  readonly asOf?: string;
  /** By the code of the definition. */
  readonly figures: Readonly<Record<string, HandFigure>>;
};

const stock = (persons: number): HandFigure => [persons, persons, null, null];
const share = (count: number, base: number): HandFigure => [(count / base) * 100, count, null, base];
/** Per 1,000 of the average population, by the sum of twelve months. */
const rate = (month: number, year: number, average: number): HandFigure => [(year / average) * 1000, month, year, average];
const flow = (month: number, year: number): HandFigure => [month, month, year, null];
const births = (count: number, sex: 'M' | 'F', month: string) => ({ count, sex, month, on: `${month}-28`, unit: 'N1' });
const elder = { unit: 'N2', sex: 'F' } as const;

/** N1: 6 men of 30, 7 girls of 5. N2: 12 men of 40, 5 women of 62, 9 women of 70. 39 people: 18 men and 21 women; 7 are children, 23 are 15 to 64, 9 are older, 14 are 60 or more. */
const village: HandCase = {
  name: 'a village with lodgers, absent people and guests',
  people: {
    residents: [
      [6, { unit: 'N1', sex: 'M', born: 1996 }], [7, { unit: 'N1', sex: 'F', born: 2021 }], [12, { unit: 'N2', sex: 'M', born: 1986 }], [5, { ...elder, born: 1964 }], [9, { ...elder, born: 1956 }],
      [8, { track: 'temporary', unit: 'N1' }], [5, { track: 'absence', unit: 'N2', of: 13 }],
    ],
    guests: [[6, 'N1']],
  },
  figures: {
    'dc.permanent': stock(39), 'dc.temporary': stock(8), 'dc.absent': stock(5), 'dc.present': stock(39 + 8 - 5 + 6),
    'dc.density': [39 / 30, 39, null, 30], // N1 has 10 km², N2 20
    'dc.sex-ratio': share(18, 21), 'dc.urban-share': share(13, 39), // N1 is a ward
    'dc.dependency': share(7 + 9, 23), 'dc.dependency-young': share(7, 23), 'dc.dependency-old': share(9, 23), 'dc.ageing': share(14, 7),
  },
};

/** Five households of two and six of one; three people told none. */
const households: HandCase = {
  name: 'eleven households of sixteen people',
  people: { residents: [...Array.from({ length: 5 }, (_, at) => [2, { household: `h${at}` }] as const), ...Array.from({ length: 6 }, (_, at) => [1, { household: `g${at}` }] as const), [3, {}]] },
  figures: { 'dc.households': stock(11), 'dc.household-size': [16 / 11, 16, null, 11] },
};

/**
 * At the end of November 2025: 79 who stay, 11 who left in June, 3 who left and 1 who died this November, and 2 who died in March: 96. A year later: the 79, 20 who came in February and 5 who came this
 * month: 104. The mean is 100. What was a year and a month ago counts in no sum.
 */
const year: HandCase = {
  name: 'a year of births, deaths and moves',
  people: {
    residents: [
      [79, {}], [20, { from: '2026-02-10', openedBy: 'arrival' }], [5, { from: '2026-11-05', openedBy: 'arrival' }], [11, { until: '2026-06-20', closedBy: 'outside' }], [3, { until: '2026-11-10', closedBy: 'abroad' }],
      [2, { until: '2026-03-01', closedBy: 'death' }], [1, { until: '2026-11-20', closedBy: 'death' }], [2, { track: 'death', from: '2026-03-01', openedBy: '' }], [1, { track: 'death', from: '2026-11-20', openedBy: '' }],
      [7, { from: '2024-05-01', until: '2025-11-01', openedBy: 'arrival', closedBy: 'outside' }],
    ],
    births: [births(9, 'M', '2025-11'), births(4, 'F', '2026-01'), births(2, 'M', '2026-11')],
  },
  figures: {
    'dc.average': [100, 104, null, null], 'dc.births': flow(2, 6), 'dc.deaths': flow(1, 3), 'dc.natural': flow(1, 3), 'dc.in': flow(5, 25), 'dc.out': flow(3, 14), 'dc.net': flow(2, 11),
    'dc.cbr': rate(2, 6, 100), 'dc.cdr': rate(1, 3, 100), 'dc.natural-rate': rate(1, 3, 100), 'dc.in-rate': rate(5, 25, 100), 'dc.out-rate': rate(3, 14, 100), 'dc.net-rate': rate(2, 11, 100),
  },
};

/** A figure of a year that stands on a thousand births at least is shown, and stands on that year alone. */
const manyBirths: HandCase = {
  name: 'a thousand births within twelve months, more before',
  people: { births: [births(300, 'F', '2024-01'), births(200, 'F', '2025-11'), births(530, 'M', '2025-12'), births(470, 'F', '2026-11')] },
  figures: { 'dc.srb': [(530 / 470) * 100, 530, 1000, 470] },
};

/** One birth less: the mean of the 36 months to November. What was in the month before them does not count. */
const threeYears: HandCase = {
  name: 'fewer than a thousand births within twelve months, three closed years',
  people: { births: [births(50, 'M', '2023-11'), births(371, 'M', '2023-12'), births(280, 'F', '2023-12'), births(529, 'M', '2025-12'), births(470, 'F', '2026-11')] },
  figures: { 'dc.srb': [(900 / 750) * 100, 900, 999, 750] },
};

const tooYoung: HandCase = {
  name: 'fewer than a thousand births, and a register of 35 months',
  people: { births: [births(371, 'M', '2024-01'), births(529, 'M', '2025-12'), births(470, 'F', '2026-11')] },
  figures: { 'dc.srb': [null, 0, 999, 0] },
};

const openMonth: HandCase = { ...threeYears, name: 'fewer than a thousand births, and the last of 36 months is not over', asOf: '2026-11-29', figures: { 'dc.srb': [null, 0, 999, 0] } };


/** 25 work (15 with a contract and its insurances), 16 look for work, 7 of 66 years are retired; all 48 are among 60 residents of 15 and over. Five more have a record at 14. */
const labour: HandCase = {
  name: 'workers of a village, and children with a record',
  people: {
    workers: [
      [10, { unit: 'N1', sex: 'M', status: 'employed', social: 'compulsory', unemployment: 'yes', training: 'college' }], [8, { unit: 'N2', sex: 'F', status: 'employed', social: 'none', unemployment: 'no', training: 'none' }],
      [7, { unit: 'N2', sex: 'M', status: 'employed', social: 'voluntary', unemployment: 'no', training: 'certificate' }],
      // The last day of three months is over on 1 December, that of twelve was the day before.
      [6, { unit: 'N1', sex: 'F', status: 'unemployed', since: '2026-09-01', training: 'none' }], [5, { unit: 'N2', sex: 'M', status: 'unemployed', since: '2025-12-01', training: 'none' }],
      [5, { unit: 'N2', sex: 'M', status: 'unemployed', since: '2025-11-30', training: 'none' }], [7, { unit: 'N2', sex: 'F', status: 'inactive', born: 1960 }], [5, { unit: 'N1', sex: 'M', status: 'inactive', born: 2012 }],
    ],
    residents: [[60, {}], [5, { born: 2020 }]],
  },
  figures: {
    'ld.records': stock(53), 'ld.employed': stock(25), 'ld.unemployed': stock(16), 'ld.inactive': stock(12), 'ld.working-age': stock(41), 'ld.coverage': share(48, 60), 'ld.participation': share(25 + 16, 48),
    'ld.without-work-share': share(16, 41), 'ld.trained-share': share(17, 41), 'ld.social-insurance-share': share(17, 25), 'ld.unemployment-insurance-share': share(10, 25),
    'ld.without-work-under-3': stock(6), 'ld.without-work-3-12': stock(5), 'ld.without-work-over-12': stock(5),
  },
};

/** For each figure that is counted from the registers, by its code, at least one case that a person has computed. */
export const handCases: readonly HandCase[] = [village, households, year, manyBirths, threeYears, tooYoung, openMonth, labour];
