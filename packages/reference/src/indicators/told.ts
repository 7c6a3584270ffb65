import type { IndicatorDefinedData } from '@da06/events';

/** What a definition says of itself; the rest is the same for all of its model. */
export type Told = Omit<IndicatorDefinedData, 'model' | 'source' | 'nature' | 'scope' | 'direction'> & Partial<Pick<IndicatorDefinedData, 'model' | 'scope' | 'direction' | 'source'>>;

/** Completes definitions of a model that are counted from registers. */
export const toldOf = ({ model, source, scope }: Pick<IndicatorDefinedData, 'model' | 'source' | 'scope'>) => (definition: Told): IndicatorDefinedData => ({ model, source, scope, direction: 'none', ...definition, nature: 'register' });
