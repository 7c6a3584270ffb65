import { FacilityFields } from './facility-fields.ts';

/** A facility is so from `validFrom` on; earlier days keep what was valid then. */
export const FacilityChangedV1 = FacilityFields;
