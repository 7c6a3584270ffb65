import { z } from 'zod';
import { Day } from './fields.ts';

/** Counts of what is sealed, small cells left out: all that ever leaves the envelopes of many. */
export const StatisticReleasedV1 = z.object({
  statistic: z.enum(['ethnicity', 'absence-case']),
  /** The local day at whose end the persons counted were resident, or away. */
  asOf: Day,
  /** Envelopes that were opened, and those of them that named nothing or could not be opened any more. */
  opened: z.int().min(0),
  unknown: z.int().min(0),
  /** `unit` '' = all of the locality; `code` '' = all; `persons` null = left out, being under five or giving such a one away. */
  cells: z.array(z.object({ unit: z.string(), code: z.string(), vi: z.string(), persons: z.int().min(0).nullable() })),
});
