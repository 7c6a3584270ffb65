import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { StatisticReleasedV1 } from './statistic-released.v1.ts';

/** The current version of `vn.da06.statistic.released`. */
export const statisticReleasedType = 'vn.da06.statistic.released.v1';
export const StatisticReleasedData = StatisticReleasedV1;
export type StatisticReleasedData = z.infer<typeof StatisticReleasedData>;
export type StatisticReleased = EventOf<typeof statisticReleasedType, StatisticReleasedData>;
