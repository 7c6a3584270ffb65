import { FacilityFields } from './facility-fields.ts';

/** A facility is known from now on. */
export const FacilityRegisteredV1 = FacilityFields;
