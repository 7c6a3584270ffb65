import { z } from 'zod';
import { DayOrNone, personFact } from './fields.ts';

/** A resident declares to be away (tạm vắng). The case of art. 31.1 can tell of a criminal sentence: it is sealed. */
export const AbsenceDeclaredV1 = z.object({ ...personFact, /** Last day away; '' = not told. */ until: DayOrNone });
