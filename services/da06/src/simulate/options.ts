import { faultDefaults, populationFaults, type DistrictOptions, type PopulationOptions } from '@da06/simulator';
import { dayMs, localDay } from '@da06/domain';
import { wrongUse } from '../cli/exit.ts';

/** Options of `da06 simulate` as they are typed. */
export type SimulateOptions = { readonly preset: 'present' | 'reform'; readonly seed: string; readonly from?: string; readonly days: string; readonly rate: string; readonly faults?: string; readonly idPrefix: string; readonly oversight: boolean; readonly truth?: string; readonly dryRun?: boolean; readonly residents?: string };

/** The district that is meant; by default it ends with yesterday. @throws CliFailure 2; what the simulator itself refuses is refused there. */
export const districtOptions = (typed: SimulateOptions, now: number): DistrictOptions => ({
  ...commonOptions(typed, now), rate: numberOf('--rate', typed.rate), idPrefix: typed.idPrefix, oversight: typed.oversight, ...(typed.faults !== undefined && { faults: faultsOf(typed.faults, faultDefaults) }),
});

/** The population that is meant, of so many residents. @throws as `districtOptions`. */
export const populationOptions = (typed: SimulateOptions, residents: string, now: number): PopulationOptions => ({
  ...commonOptions(typed, now), residents: numberOf('--residents', residents), refPrefix: typed.idPrefix, ...(typed.faults !== undefined && { faults: faultsOf(typed.faults, populationFaults) }),
});

const commonOptions = (typed: SimulateOptions, now: number): Pick<DistrictOptions, 'preset' | 'seed' | 'from' | 'days'> => {
  const days = numberOf('--days', typed.days);
  if (!Number.isFinite(days)) throw wrongUse('--days takes a number.');
  return { preset: typed.preset, seed: numberOf('--seed', typed.seed), from: typed.from ?? localDay(now - days * dayMs), days };
};

const numberOf = (name: string, text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw wrongUse(`${name} takes a number.`);
  return value;
};

/** `late=0.1,malformed=0`, or `none`. Names that are not given keep their own rate. */
const faultsOf = <Name extends string>(text: string, known: Readonly<Record<Name, number>>): Partial<Record<Name, number>> => {
  const names = Object.keys(known) as Name[];
  // Of the names that there are, each with a rate.
  const rates = (entries: readonly (readonly [Name, number])[]): Partial<Record<Name, number>> => Object.fromEntries(entries) as Partial<Record<Name, number>>;
  if (text === 'none') return rates(names.map((name) => [name, 0]));
  return rates(text.split(',').map((part) => {
    const [typedName = '', rate = ''] = part.split('=').map((piece) => piece.trim());
    const name = names.find((one) => one === typedName);
    if (name === undefined) throw wrongUse(`--faults: ${typedName} is not known; there are ${names.join(', ')}, and none.`);
    return [name, numberOf(`--faults ${name}`, rate)];
  }));
};
