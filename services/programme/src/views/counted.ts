import type { IndicatorDefinition } from '@da06/reference';
import { observedKey, type ProgrammeState } from '../state/state.ts';

/** What the system counted in a month for all of the locality, by the indicator's code. */
export const countedOf = ({ observed }: Pick<ProgrammeState, 'observed'>, indicators: readonly IndicatorDefinition[], period: string): ReadonlyMap<string, number> =>
  new Map(indicators.flatMap(({ code }) => {
    const figure = observed.get(observedKey({ code, unit: '', period }));
    return figure === undefined ? [] : [[code, figure.value] as const];
  }));
