import { AppError } from '@da06/errors';
import { isRealDay, reformDay } from '../options.ts';

/** How often something goes wrong on purpose, 0–1: of a record unless said otherwise. With all of them 0 every record is taken without a word. */
export const populationFaults = {
  /** It is told with a mistake that is mended later under the same reference. */
  amendment: 0.02,
  /** It was wrong from the beginning and is withdrawn later; a fifth of these is sent again after all. */
  withdrawal: 0.004,
  /** Of a request: it is sent once more after a timeout. */
  duplicate: 0.015,
  /** It is sent first in a form that is refused; half of them are mended. */
  malformed: 0.008,
  /** It is told weeks or months after its day. */
  late: 0.03,
  /** Of somebody with a card that replaced an old paper: the first record knows the old paper alone, a later one names both. */
  oldPaper: 0.03,
  /** Its unit is told by a code that was in use at another time. */
  otherTimeCode: 0.004,
  /** Of an amendment: an older revision comes after it. */
  outOfOrder: 0.1,
} as const;

export type PopulationFaults = { readonly [Name in keyof typeof populationFaults]: number };

/** What a population is made of; the same options give the same one. */
export type PopulationOptions = {
  /** `present`: the five units since 2025-07-01. `reform`: the thirteen units before it, which become part of the five on that day. */
  readonly preset: 'present' | 'reform';
  readonly seed: number;
  /** First local day, YYYY-MM-DD: on it the registers are loaded for the first time. */
  readonly from: string;
  /** Days from `from` on; may be Infinity. */
  readonly days: number;
  /** Permanent and temporary residents on the first day, about. */
  readonly residents: number;
  /** When offices send: each day what came to be known on it, or each on its weekday what its week has brought. */
  readonly pace?: 'daily' | 'weekly';
  /** Records of one request at most; what is more is sent as several. */
  readonly batch?: number;
  /** Begins every reference; `demo-` marks demonstration data. */
  readonly refPrefix?: string;
  readonly faults?: Partial<PopulationFaults>;
};

export type SettledPopulation = { readonly [Name in keyof PopulationOptions]-?: PopulationOptions[Name] } & { readonly faults: PopulationFaults };

const mostResidents = 2_000_000;

/** Options with every default, checked. @throws AppError `config.invalid` with what is wrong. */
export const settlePopulation = (options: PopulationOptions): SettledPopulation => {
  const settled = { refPrefix: 'demo-', pace: 'daily' as const, batch: 2_000, ...options, faults: { ...populationFaults, ...options.faults } };
  const { seed, from, days, preset, residents, batch, refPrefix, faults } = settled;
  const wrong = [
    ...(Number.isSafeInteger(seed) ? [] : ['seed: a whole number']),
    ...(isRealDay(from) ? [] : ['from: a day as 2026-11-20']),
    ...(days > 0 && (days === Number.POSITIVE_INFINITY || Number.isInteger(days)) ? [] : ['days: a whole number from 1']),
    ...(Number.isInteger(residents) && residents > 0 && residents <= mostResidents ? [] : [`residents: a whole number from 1 to ${mostResidents}`]),
    ...(Number.isInteger(batch) && batch > 0 ? [] : ['batch: a whole number from 1']),
    ...(preset === 'present' && from < reformDay ? [`from: the present units exist since ${reformDay}; take the preset reform`] : []),
    ...(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,15}$/.test(refPrefix) ? [] : ['refPrefix: up to 16 of a-z, A-Z, 0-9 and -']),
    ...Object.entries(faults).flatMap(([name, rate]) => (!(name in populationFaults) ? [`faults: ${name} is not known`] : rate >= 0 && rate <= 1 ? [] : [`faults: ${name} from 0 to 1`])),
  ];
  if (wrong.length > 0) throw new AppError('config.invalid', { detail: wrong.join('; ') });
  return settled;
};
