import { faultDefaults, type DistrictOptions, type FaultName } from '@da06/simulator';
import { dayMs, localDay } from '@da06/domain';
import { wrongUse } from '../cli/exit.ts';

/** Options of `da06 simulate` as they are typed. */
export type SimulateOptions = { readonly preset: 'present' | 'reform'; readonly seed: string; readonly from?: string; readonly days: string; readonly rate: string; readonly faults?: string; readonly idPrefix: string; readonly truth?: string; readonly dryRun?: boolean };

/** The district that is meant; by default it ends with yesterday. @throws CliFailure 2; what the simulator itself refuses is refused there. */
export const districtOptions = (typed: SimulateOptions, now: number): DistrictOptions => {
  const days = numberOf('--days', typed.days);
  if (!Number.isFinite(days)) throw wrongUse('--days takes a number.');
  return {
    preset: typed.preset, seed: numberOf('--seed', typed.seed), from: typed.from ?? localDay(now - days * dayMs), days, rate: numberOf('--rate', typed.rate),
    idPrefix: typed.idPrefix, ...(typed.faults !== undefined && { faults: faultsOf(typed.faults) }),
  };
};

const numberOf = (name: string, text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw wrongUse(`${name} takes a number.`);
  return value;
};

const faultNames = Object.keys(faultDefaults) as FaultName[];

/** `late=0.1,malformed=0`, or `none`. Names that are not given keep their own rate. */
const faultsOf = (text: string): Partial<Record<FaultName, number>> => {
  if (text === 'none') return Object.fromEntries(faultNames.map((name) => [name, 0]));
  return Object.fromEntries(text.split(',').map((part) => {
    const [name = '', rate = ''] = part.split('=').map((piece) => piece.trim());
    if (!faultNames.includes(name as FaultName)) throw wrongUse(`--faults: ${name} is not known; there are ${faultNames.join(', ')}, and none.`);
    return [name, numberOf(`--faults ${name}`, rate)];
  }));
};
