import { z } from 'zod';
import { commanded, Day, LeadAgency, NamedAgency } from './fields.ts';

/**
 * A model of the plan is to be carried out so: loaded from the locality pack, again when the plan changes. What was done of its steps stays.
 * The deadline is exclusive: "trước ngày D" makes D-1 the last day on time.
 */
export const ModelScheduledV1 = z.object({
  model: z.int().positive(),
  plan: z.object({ reference: z.string().min(1), /** The document's number is a probable reading. */ probable: z.boolean(), date: Day }),
  /** '' where the plan gives none. */
  titleVi: z.string(),
  titleEn: z.string(),
  annex: z.enum(['I', 'II', 'III', '']),
  /** Whether the plan prints the annex with the model; else it was concluded. */
  annexStated: z.boolean(),
  /** Those of the plan first, then who came after them. */
  leads: z.array(LeadAgency),
  coordinating: z.array(NamedAgency),
  deadline: Day.nullable(),
  /** What it ends as. */
  endKind: z.enum(['in-operation', 'completed', 'launched', 'trained']).nullable(),
  continuous: z.boolean(),
  yearly: z.boolean(),
  replicate: z.boolean(),
  standing: z.enum(['deployable', 'not-deployable', 'no-subject', 'not-mentioned']),
  /** Why it stands so, in the plan's words. */
  standingVi: z.string(),
  /** Annex III: a unit has to be chosen before it can be put in operation. */
  needsUnit: z.boolean(),
  /** Annex II: C06 has to work out a solution first. */
  waitsForC06: z.boolean(),
  steps: z.array(z.object({
    step: z.int().positive(),
    vi: z.string().min(1),
    en: z.string(),
    actors: z.array(NamedAgency.extend({ /** Not an agency of the locality: others close its steps on its behalf. */ outside: z.boolean() })),
    actorsStated: z.boolean(),
    /** To be done only if something happens that is not in the locality's hands: it is never late. */
    conditional: z.boolean(),
  })),
  ...commanded,
});
