import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { HouseholdChangedV1 } from './household-changed.v1.ts';

/** The current version of `vn.da06.household.changed`. */
export const householdChangedType = 'vn.da06.household.changed.v1';
export const HouseholdChangedData = HouseholdChangedV1;
export type HouseholdChangedData = z.infer<typeof HouseholdChangedData>;
export type HouseholdChanged = EventOf<typeof householdChangedType, HouseholdChangedData>;
