import { z } from 'zod';
import { personFact } from './fields.ts';

/** A person has died; `unit` is that of the last residence. */
export const DeathRegisteredV1 = z.object(personFact);
