import { z } from 'zod';
import { DayOrNone, Household, personFact } from './fields.ts';

/** A person is resident in a unit from a day on: permanently (thường trú), or for a time (tạm trú; Law on Residence 68/2020/QH14). */
export const ResidenceRegisteredV1 = z.object({
  ...personFact,
  kind: z.enum(['permanent', 'temporary']),
  /** `initial` = from the first load of a register: says who lives here, and of no move. */
  cause: z.enum(['initial', 'birth', 'arrival', 'renewal', 'other']),
  /** Last day of a temporary residence; '' = permanent. */
  until: DayOrNone,
  household: Household,
  /** To the head of the household, such as head, spouse, child; '' = not told. */
  relation: z.string(),
});
