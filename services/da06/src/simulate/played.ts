import { createDistrict, createPopulation, openings, type PopulationTruth, type Sending, type Truth } from '@da06/simulator';
import { localMidnight } from '@da06/domain';
import { districtOptions, populationOptions, type SimulateOptions } from './options.ts';

/** What is sent, and what is true of it. */
export type Played = {
  /** Told with the result. */
  readonly told: object;
  /** Unix ms of its first local midnight, and how many days it lasts. */
  readonly start: number;
  readonly days: number;
  /** Sent before all else. */
  readonly openings: readonly Sending[];
  readonly sendings: () => Iterable<Sending>;
  readonly truth: () => PopulationTruth | Truth;
};

/** A district's guests, or with `residents` a population and its workers. @throws CliFailure 2, AppError `config.invalid`. */
export const playedOf = (typed: SimulateOptions, now: number): Played => {
  if (typed.residents !== undefined) {
    const options = populationOptions(typed, typed.residents, now);
    const population = createPopulation(options);
    return { told: options, start: localMidnight(options.from), days: options.days, openings: [], sendings: population.sendings, truth: population.truth };
  }
  const options = districtOptions(typed, now);
  const district = createDistrict(options);
  const start = localMidnight(options.from);
  return { told: { ...options, facilities: district.facilities.length }, start, days: options.days, openings: openings(district.facilities, start), sendings: district.sendings, truth: district.truth };
};
