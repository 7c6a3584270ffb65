import { weigh, type Weighted } from '../random.ts';
import type { TruthWork } from './truth.ts';

/** A way of earning a living. Codes of VSCO 2020 and of both industrial classifications, from section to class where the class is known. */
export type Job = {
  readonly name: string;
  readonly occupation: readonly string[];
  readonly vsic2018: readonly string[];
  readonly vsic2025: readonly string[];
  readonly positions: Weighted<TruthWork['position']>;
  /** Share with a contract for long, of those who have an employer. */
  readonly formal: number;
};

const employee = weigh<TruthWork['position']>([['employee', 1]]);
const farmer = weigh<TruthWork['position']>([['own-account', 62], ['family-worker', 34], ['cooperative-member', 2], ['employer', 2]]);
const trader = weigh<TruthWork['position']>([['own-account', 66], ['family-worker', 18], ['employee', 12], ['employer', 4]]);

const job = (name: string, occupation: readonly string[], vsic2018: readonly string[], more: Partial<Pick<Job, 'vsic2025' | 'positions' | 'formal'>> = {}): Job =>
  ({ name, occupation, vsic2018, vsic2025: vsic2018, positions: employee, formal: 0.85, ...more });

const jobs = {
  rubber: job('rubber smallholder', ['61', '6'], ['A', '01', '0125'], { vsic2025: ['A', '01'], positions: farmer, formal: 0 }),
  cashew: job('cashew smallholder', ['61', '6'], ['A', '01', '0123'], { vsic2025: ['A', '01'], positions: farmer, formal: 0 }),
  livestock: job('livestock farmer', ['61'], ['A', '01', '0146'], { vsic2025: ['A', '01'], positions: farmer, formal: 0 }),
  tapper: job('rubber tapper', ['61', '92'], ['A', '01', '0125'], { vsic2025: ['A', '01'], formal: 0.8 }),
  labourer: job('farm labourer', ['92', '9'], ['A', '01'], { formal: 0.02 }),
  garment: job('garment worker', ['81', '8', '75'], ['C', '14', '1410'], { vsic2025: ['C', '14'], formal: 0.96 }),
  shoes: job('shoe worker', ['81', '8'], ['C', '15', '1520'], { vsic2025: ['C', '15'], formal: 0.96 }),
  wood: job('wood worker', ['81', '75', '7'], ['C', '16', '31'], { vsic2025: ['C', '16', '31'], formal: 0.8 }),
  rubberGoods: job('rubber goods worker', ['81', '8'], ['C', '22'], { formal: 0.95 }),
  cashewMill: job('cashew mill worker', ['93', '9'], ['C', '10'], { formal: 0.45 }),
  builder: job('builder', ['71', '93', '7'], ['F', '41', '43'], { formal: 0.1 }),
  shop: job('shopkeeper', ['52', '5'], ['G', '47'], { positions: trader, formal: 0.15 }),
  garage: job('mechanic', ['72', '7'], ['45'], { vsic2025: ['95'], positions: trader, formal: 0.2 }),
  driver: job('driver', ['83', '8'], ['H', '49'], { positions: trader, formal: 0.5 }),
  food: job('cook', ['51', '5'], ['I', '56'], { positions: trader, formal: 0.1 }),
  media: job('media worker', ['26', '2'], ['J', '61', '58'], { vsic2025: ['K', '61', 'J'], formal: 0.9 }),
  bank: job('bank clerk', ['42', '3'], ['K', '64'], { vsic2025: ['L', '64'], formal: 1 }),
  office: job('official', ['33', '4', '1'], ['O', '84'], { vsic2025: ['P', '84'], formal: 1 }),
  teacher: job('teacher', ['23', '2'], ['P', '85'], { vsic2025: ['Q', '85'], formal: 1 }),
  health: job('nurse', ['22', '3'], ['Q', '86'], { vsic2025: ['R', '86'], formal: 0.95 }),
  hair: job('hairdresser', ['51', '5'], ['S', '96'], { vsic2025: ['T', '96'], positions: trader, formal: 0.05 }),
  domestic: job('domestic worker', ['91', '9'], ['T', '97'], { vsic2025: ['U', '97'], formal: 0 }),
} as const;

/** Weights of jobs: of those who live here, of Xtiêng households, of people under 35 without land, and of who lodges here for work. */
export const jobsOf = {
  kinh: weigh<Job>([[jobs.rubber, 22], [jobs.cashew, 9], [jobs.livestock, 4], [jobs.tapper, 8], [jobs.labourer, 5], [jobs.garment, 8], [jobs.shoes, 7], [jobs.wood, 4], [jobs.rubberGoods, 3], [jobs.cashewMill, 3], [jobs.builder, 6], [jobs.shop, 10], [jobs.garage, 2],
    [jobs.driver, 3], [jobs.food, 4], [jobs.media, 0.4], [jobs.bank, 0.5], [jobs.office, 2], [jobs.teacher, 2], [jobs.health, 1], [jobs.hair, 1.5], [jobs.domestic, 0.8]]),
  xtieng: weigh<Job>([[jobs.rubber, 20], [jobs.cashew, 30], [jobs.livestock, 6], [jobs.tapper, 10], [jobs.labourer, 16], [jobs.garment, 3], [jobs.shoes, 3], [jobs.cashewMill, 4], [jobs.builder, 4], [jobs.shop, 2], [jobs.office, 0.6], [jobs.teacher, 0.4]]),
  young: weigh<Job>([[jobs.garment, 24], [jobs.shoes, 20], [jobs.wood, 10], [jobs.rubberGoods, 8], [jobs.builder, 8], [jobs.shop, 8], [jobs.food, 5], [jobs.driver, 4], [jobs.tapper, 6], [jobs.office, 2], [jobs.teacher, 2], [jobs.media, 0.6], [jobs.health, 1.2]]),
  lodging: weigh<Job>([[jobs.garment, 34], [jobs.shoes, 28], [jobs.wood, 12], [jobs.rubberGoods, 12], [jobs.cashewMill, 3], [jobs.builder, 4], [jobs.tapper, 4], [jobs.food, 2]]),
} as const;
