import { z } from 'zod';

/** A local day, YYYY-MM-DD. */
export const Day = z.iso.date();

/** A month a report is of, YYYY-MM. */
export const Period = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

/** An agency as the plan names it on the day of the event: its code, and its name so that the log can be read alone. */
export const NamedAgency = z.object({ code: z.string().min(1), vi: z.string().min(1) });
export type NamedAgency = z.infer<typeof NamedAgency>;

/**
 * An agency that leads a model for a time: agencies change, and with them who leads (dossier 4.4). `from` null = the plan itself names it, else it came after
 * another on that day; `to` null = until further notice.
 */
export const LeadAgency = NamedAgency.extend({ from: Day.nullable(), to: Day.nullable(), /** All agencies at once ("các cơ quan, ban, ngành"): each of them may report the model. */ collective: z.boolean() });
export type LeadAgency = z.infer<typeof LeadAgency>;

/** What every command of the programme leaves in its event. */
export const commanded = {
  /** SHA-256 of the sender's Idempotency-Key, and of what was asked, '' without: the same again is answered as before, also after a restart. */
  idempotencyKey: z.string().max(200),
  requestHash: z.string(),
  /** Of the demonstration, and no fact: marked wherever it is shown, and removed with it. */
  simulated: z.boolean(),
} as const;

/** One step of a model and what was done with it on a day. */
export const stepFields = {
  model: z.int().positive(),
  step: z.int().positive(),
  at: Day,
  /** Code of the agency outside the locality that did it, '' if it was the model's own. */
  onBehalfOf: z.string(),
  remark: z.string(),
  ...commanded,
} as const;

/** An indicator's value as a reporter entered it. */
export const ReportedValue = z.object({ code: z.string().min(1), value: z.number(), target: z.number().nullable(), remark: z.string() });
export type ReportedValue = z.infer<typeof ReportedValue>;

/** A whole report: each submission and each amendment carries all of it, so that every version can be read alone. */
export const reportFields = {
  /** The month it is of; '' for an answer to an ad-hoc request. */
  period: z.union([Period, z.literal('')]),
  /** Id of the ad-hoc request it answers; '' for the monthly report. */
  request: z.string(),
  /** Code of an agency or uid of a unit. */
  reporter: z.string().min(1),
  /** The last day on time. */
  dueOn: Day,
  /** There is nothing to report: that is a report too. */
  nothing: z.boolean(),
  models: z.array(z.object({ model: z.int().positive(), text: z.string(), indicators: z.array(ReportedValue) })),
  channel: z.enum(['api', 'xlsx', 'form']),
  ...commanded,
} as const;
