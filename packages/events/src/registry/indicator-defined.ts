import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { IndicatorDefinedV1 } from './indicator-defined.v1.ts';

/** The current version of `vn.da06.indicator.defined`. */
export const indicatorDefinedType = 'vn.da06.indicator.defined.v1';
export const IndicatorDefinedData = IndicatorDefinedV1;
export type IndicatorDefinedData = z.infer<typeof IndicatorDefinedData>;
export type IndicatorDefined = EventOf<typeof indicatorDefinedType, IndicatorDefinedData>;
