import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { UnitPublishedV1 } from './unit-published.v1.ts';

/** The current version of `vn.da06.unit.published`. */
export const unitPublishedType = 'vn.da06.unit.published.v1';
export const UnitPublishedData = UnitPublishedV1;
export type UnitPublishedData = z.infer<typeof UnitPublishedData>;
export type UnitPublished = EventOf<typeof unitPublishedType, UnitPublishedData>;
