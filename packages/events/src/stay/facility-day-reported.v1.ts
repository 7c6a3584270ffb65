import { z } from 'zod';

/** A facility says that nobody arrived on a local day. A stay on that day overrides it. */
export const FacilityDayReportedV1 = z.object({ facility: z.string(), day: z.iso.date(), nothingToReport: z.literal(true) });
