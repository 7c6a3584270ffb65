import { AppError } from '@da06/errors';
import { localDay } from '@da06/domain';

/**
 * How often something goes wrong on purpose, 0–1. Of a stay unless said otherwise. With all of them 0 every record is taken without a word.
 */
export const faultDefaults = {
  /** The desk registers the guest only after the deadline. */
  late: 0.035,
  /** Of a facility and day: its feed is down from then on for one or two days; what it has to tell is sent afterwards. */
  outage: 0.008,
  /** Of a facility and day: for two to six days from then on it sends nothing, and its guests are never registered. */
  silent: 0.004,
  /** The guest's leaving is never told. */
  forgottenCheckOut: 0.05,
  /** Something that was registered is corrected afterwards. */
  amendment: 0.03,
  /** The registration is withdrawn. */
  cancellation: 0.008,
  /** Of a message: it is sent once more after a timeout. */
  duplicate: 0.015,
  /** The record is sent first in a form that is refused; half of them are mended. */
  malformed: 0.012,
  /** An adult shows the old identity paper, which has no value since 2025. */
  oldPaper: 0.01,
  /** A tenant stays 30 days and more, and is registered as a stay all the same. */
  longLet: 0.25,
  /** The hour of arrival is not told. */
  noHour: 0.01,
  /** The identity number does not fit the sex or the year of birth that was typed beside it. */
  misfit: 0.006,
  /** Of a stay told singly: its check-in gets stuck, and comes after what followed it. */
  outOfOrder: 0.005,
  /** Of a facility that sends files: its software sends the whole record again for every change. */
  wholeRecord: 0.4,
} as const;

export type FaultRates = { readonly [Name in keyof typeof faultDefaults]: number };
export type FaultName = keyof FaultRates;

/** A time that is meant to be, beside those that chance brings: from the morning of a day, or if `silent` from its midnight, when guests are not registered either, to 10:00 of the day after the last. */
export type PlannedDowntime = { readonly facility: string; readonly from: string; readonly days: number; readonly silent: boolean };

/** What a district is made of; the same options give the same district. */
export type DistrictOptions = {
  /** `present`: the five units since 2025-07-01. `reform`: the thirteen units before it, whose facilities change unit on that day. */
  readonly preset: 'present' | 'reform';
  readonly seed: number;
  /** First local day, YYYY-MM-DD. */
  readonly from: string;
  /** Days from `from` on; may be Infinity. */
  readonly days: number;
  /** 1 = believable: some 500 to 900 registrations a day. */
  readonly rate?: number;
  readonly faults?: Partial<FaultRates>;
  /** Whether it also has what is told beside stays: trips of coaches, inspections, outages that are declared, businesses with readers, incidents. Stays are the same with it and without. */
  readonly oversight?: boolean;
  /** Feeds that are down at times. */
  readonly downtimes?: readonly PlannedDowntime[];
  /** Begins every facility's id; `demo-` marks demonstration data. */
  readonly idPrefix?: string;
};

export type Settled = { readonly [Name in keyof DistrictOptions]-?: DistrictOptions[Name] } & { readonly faults: FaultRates };

/** First day on which the present units exist. */
export const reformDay = '2025-07-01';

/** Options with every default, checked. @throws AppError `config.invalid` with what is wrong. */
export const settle = (options: DistrictOptions): Settled => {
  const settled = { rate: 1, oversight: false, downtimes: [], idPrefix: 'demo-', ...options, faults: { ...faultDefaults, ...options.faults } };
  const wrong = [
    ...(Number.isSafeInteger(settled.seed) ? [] : ['seed: a whole number']),
    ...(isRealDay(settled.from) ? [] : ['from: a day as 2026-11-20']),
    ...(settled.days > 0 && (settled.days === Number.POSITIVE_INFINITY || Number.isInteger(settled.days)) ? [] : ['days: a whole number from 1']),
    ...(settled.rate >= 0 && settled.rate <= 20 ? [] : ['rate: from 0 to 20']),
    ...(settled.preset === 'present' && settled.from < reformDay ? [`from: the present units exist since ${reformDay}; take the preset reform`] : []),
    ...settled.downtimes.flatMap(({ facility, from, days }) => (isRealDay(from) && Number.isInteger(days) && days > 0 ? [] : [`downtimes: ${facility} from a day, for whole days`])),
    ...(/^[a-z0-9][a-z0-9-]{0,15}$/.test(settled.idPrefix) ? [] : ['idPrefix: up to 16 of a-z, 0-9 and -']),
    ...Object.entries(settled.faults).flatMap(([name, rate]) => (!(name in faultDefaults) ? [`faults: ${name} is not known`] : rate >= 0 && rate <= 1 ? [] : [`faults: ${name} from 0 to 1`])),
  ];
  if (wrong.length > 0) throw new AppError('config.invalid', { detail: wrong.join('; ') });
  return settled;
};

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
export const isRealDay = (day: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return false;
  const at = Date.parse(`${day}T00:00:00+07:00`);
  return !Number.isNaN(at) && localDay(at) === day;
};
