import { z } from 'zod';

/** A facility takes no guests from `on` on. */
export const FacilityClosedV1 = z.object({ id: z.string(), on: z.iso.date() });
