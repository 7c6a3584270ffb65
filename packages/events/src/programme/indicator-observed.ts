import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { IndicatorObservedV1 } from './indicator-observed.v1.ts';

/** The current version of `vn.da06.indicator.observed`. */
export const indicatorObservedType = 'vn.da06.indicator.observed.v1';
export const IndicatorObservedData = IndicatorObservedV1;
export type IndicatorObservedData = z.infer<typeof IndicatorObservedData>;
export type IndicatorObserved = EventOf<typeof indicatorObservedType, IndicatorObservedData>;
