import { z } from 'zod';

const Day = z.iso.date();
const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
const AgencyCode = z.string().regex(/^[A-Z][A-Z0-9_]*$/);
const text = z.string().min(1);

/** What an annex of the plan asks of its models beside their steps. */
const Annex = z.object({ vi: text, en: text, /** One unit has to be chosen first. */ needsUnit: z.boolean(), /** C06 has to work out a solution first. */ waitsForC06: z.boolean() });

/** The document the programme rests on. `number` may be absent; `probable` = it is a reading of a copy that prints it badly. */
export const PlanDocument = z.object({
  number: text.optional(),
  probable: z.boolean(),
  typeVi: text,
  date: Day,
  titleVi: text,
  issuerVi: text,
  annexes: z.object({ I: Annex, II: Annex, III: Annex }),
  duties: z.object({
    /** Each reporter's own plan has to be in before this day. */
    firstPlanBefore: Day,
    firstPlanVi: text,
    reportVi: text,
    reportersVi: text,
    monitorVi: text,
    fundingVi: text,
    communesVi: text,
  }),
});

/** An agency, a group of agencies or of persons that the plan names. `validFrom` null = since before the plan, `validTo` null = today; its `source` in the file says how that is known. */
export const Agency = z.object({
  code: AgencyCode,
  vi: text,
  en: text,
  /** All agencies of a sort at once, not one of them. */
  collective: z.boolean().default(false),
  /** Of the police: its officers keep incidents, and work with alerts of their unit. */
  police: z.boolean().default(false),
  /** Not an agency of the locality: others close its steps on its behalf. */
  outside: z.boolean(),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  /** Who has its tasks after `validTo`; unverified = not read in a document. */
  successors: z.array(z.object({ code: AgencyCode, verified: z.boolean() })),
});
export type Agency = z.infer<typeof Agency>;

/** A model of the plan. Its deadline is exclusive: "trước ngày D" makes D-1 the last day on time; it may lie before the plan's own date. */
export const PlannedModel = z.object({
  model: z.int().positive(),
  /** '' where the plan gives none. */
  titleVi: z.string(),
  titleEn: z.string(),
  annex: z.enum(['I', 'II', 'III', '']),
  annexStated: z.boolean(),
  leads: z.array(AgencyCode),
  coordinating: z.array(AgencyCode),
  deadline: Day.nullable(),
  /** The plan's words for the deadline and for what comes after it. */
  deadlineVi: z.string(),
  endKind: z.enum(['in-operation', 'completed', 'launched', 'trained']).nullable(),
  continuous: z.boolean(),
  yearly: z.boolean(),
  replicate: z.boolean(),
  standing: z.enum(['deployable', 'not-deployable', 'no-subject', 'not-mentioned']),
  standingVi: z.string(),
  steps: z.array(z.object({ step: z.int().positive(), vi: text, en: z.string(), actors: z.array(AgencyCode).min(1), /** Whether the plan names them; else they were concluded. */ actorsStated: z.boolean(), conditional: z.boolean() })),
});
export type PlannedModel = z.infer<typeof PlannedModel>;

const Times = { from: Month, to: Month.nullable(), /** false = concluded from what is known of the reform, not read in a document. */ verified: z.boolean() } as const;

/** Who has to report each month, and to whom. `reporter` = code of an agency or uid of a unit. */
export const Reporting = z.object({
  /** The last day on time of the month after the one reported. */
  dueDay: z.int().min(1).max(28),
  receivers: z.array(z.object({ agency: AgencyCode, ...Times })).min(1),
  reporters: z.array(z.object({ reporter: text, kind: z.enum(['agency', 'unit']), ...Times })).min(1),
});
export type Reporting = z.infer<typeof Reporting>;

/** An indicator of a model. `counted` = the system counts it from events; else reporters enter it, a month's figure each. */
export const IndicatorDefinition = z.object({
  /** `m` and two digits of the model, then a name: `m09.facilities`. */
  code: z.string().regex(/^m\d{2}\.[a-z0-9]+(?:-[a-z0-9]+)*$/),
  model: z.int().positive(),
  vi: text,
  en: text,
  unit: text,
  /** A count is a whole number, a share lies between 0 and 100, an amount is any number from 0 on. */
  kind: z.enum(['count', 'share', 'amount']),
  /** Which way is better. */
  direction: z.enum(['up', 'down', 'none']),
  source: z.enum(['entered', 'counted']),
  definitionVi: text,
  definitionEn: text,
});
export type IndicatorDefinition = z.infer<typeof IndicatorDefinition>;
