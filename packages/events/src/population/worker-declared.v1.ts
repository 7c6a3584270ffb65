import { z } from 'zod';
import { DayOrNone, personFact } from './fields.ts';

/** A person's working life as declared from a day on. `left` = no longer of this register. Fields that do not fit the status are ''. */
export const WorkerDeclaredV1 = z.object({
  ...personFact,
  status: z.enum(['employed', 'unemployed', 'inactive', 'left']),
  position: z.enum(['employer', 'own-account', 'family-worker', 'employee', 'cooperative-member', '']),
  /** VSCO 2020 (Decision 34/2020/QĐ-TTg): the code as told, 1–5 digits; its first digit is the major group. */
  occupation: z.string(),
  industry: z.object({
    scheme: z.enum(['vsic-2018', 'vsic-2025', '']),
    /** As told: a section's letter, or 2–5 digits. */
    code: z.string(),
    /** Sections in both classifications; '' = unknown. */
    section2018: z.string(),
    section2025: z.string(),
    /** False where the code alone does not decide the section of the other classification. */
    exact: z.boolean(),
  }),
  contract: z.enum(['indefinite', 'fixed-term', 'seasonal', 'verbal', 'none', '']),
  socialInsurance: z.enum(['compulsory', 'voluntary', 'none', '']),
  unemploymentInsurance: z.enum(['yes', 'no', '']),
  training: z.enum(['none', 'no-certificate', 'certificate', 'elementary', 'intermediate', 'college', 'university', 'postgraduate', '']),
  /** First day without work. */
  unemployedSince: DayOrNone,
});
