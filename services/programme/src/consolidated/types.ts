/** An agency by its code, with its name in Vietnamese. */
type NamedAgency = { readonly code: string; readonly vi: string };

export type ModelStatus = 'not-mentioned' | 'no-subject' | 'not-deployable' | 'in-operation' | 'completed' | 'launched' | 'trained' | 'blocked' | 'in-progress' | 'waiting-c06' | 'planned';
type Lateness = 'none' | 'conditional' | 'in-time' | 'ended-late' | 'due' | 'overdue' | 'born-overdue';
type Health = 'healthy' | 'silent' | 'not-yet' | '';
export type DutyStatus = 'in' | 'late' | 'missing' | 'due' | 'not-yet';

/** Where a model stands on a day, as `describeModel` tells it. */
export type Standing = {
  readonly status: ModelStatus;
  readonly lateness: Lateness;
  readonly bornOverdue: boolean;
  readonly daysLate: number;
  readonly blockers: readonly ({ readonly code: 'unit-not-chosen' } | { readonly code: 'step-blocked'; readonly step: number; readonly since: string; readonly cause: string })[];
  readonly steps: number;
  readonly stepsDone: number;
};

export type ConsolidatedModel = {
  readonly model: number;
  readonly titleVi: string;
  /** Those that lead it on the day: the plan's agencies, or their successors. */
  readonly leads: readonly NamedAgency[];
  readonly annex: 'I' | 'II' | 'III' | '';
  readonly continuous: boolean;
  /** Exclusive; null = none. */
  readonly deadline: string | null;
  /** Why it stands so, in the plan's words; '' if the plan says nothing. */
  readonly standingVi: string;
  readonly now: Standing;
  readonly health: Health;
  /** Where it stood when the month began; null if nothing was known of it then. */
  readonly before: Standing | null;
  readonly steps: readonly { readonly step: number; readonly vi: string; readonly completedOn: string | null }[];
  /** Whether what is known of it is of the demonstration. */
  readonly simulated: boolean;
};

/** What a reporter says of a month. */
export type ReportContent = {
  readonly nothing: boolean;
  readonly models: readonly { readonly model: number; readonly text: string; readonly indicators: readonly { readonly code: string; readonly value: number; readonly target: number | null; readonly remark: string }[] }[];
};

/** A reporter's duty in a month, and what came of it. */
export type ConsolidatedDuty = {
  readonly reporter: string;
  readonly nameVi: string;
  readonly kind: 'agency' | 'unit';
  readonly status: DutyStatus;
  readonly daysLate: number;
  readonly dueOn: string;
  /** Local day of the first submission, null = none. */
  readonly submittedOn: string | null;
  /** The newest revision, 0 = none. */
  readonly revision: number;
  readonly content: ReportContent | null;
  readonly simulated: boolean;
};

export type ConsolidatedIndicator = { readonly code: string; readonly model: number; readonly vi: string; readonly unit: string; readonly kind: 'count' | 'share' | 'amount'; readonly source: 'entered' | 'counted'; readonly definitionVi: string };

/** The reports of one month, and what the system counted in it by the indicator's code. */
export type ConsolidatedMonth = { readonly period: string; readonly duties: readonly ConsolidatedDuty[]; readonly counted: ReadonlyMap<string, number> };

export type ConsolidatedInput = {
  /** The moment up to which things are known, an ISO instant, and its local day. */
  readonly asOf: string;
  readonly today: string;
  /** Who puts the report together: "UBND huyện Hớn Quản", "Công an huyện", "Hớn Quản". */
  readonly issuer: { readonly superiorVi: string; readonly nameVi: string; readonly placeVi: string };
  readonly plan: { readonly reference: string; readonly probable: boolean; readonly date: string; readonly titleVi: string };
  readonly models: readonly ConsolidatedModel[];
  readonly month: ConsolidatedMonth;
  readonly previous: ConsolidatedMonth;
  readonly indicators: readonly ConsolidatedIndicator[];
};

/** A text of a report about a model, and whose it is. */
export type ModelText = { readonly reporter: string; readonly nameVi: string; readonly text: string };

export type ModelLine = Omit<ConsolidatedModel, 'before' | 'steps' | 'now'> & Standing & {
  readonly lastStatus: ModelStatus | null;
  /** What reports of the month say of it, its leads' first. */
  readonly texts: readonly ModelText[];
};

export type LeadLine = NamedAgency & {
  /** Models it leads, those that the plan gives something to do for. */
  readonly models: number;
  readonly ended: number;
  readonly underWay: number;
  readonly blocked: number;
  readonly overdue: number;
  readonly bornOverdue: number;
  readonly silent: number;
  readonly steps: number;
  readonly stepsDone: number;
  /** Of its own report of the month; null if it has no duty. */
  readonly report: DutyStatus | null;
};

export type IndicatorLine = ConsolidatedIndicator & {
  /** Sums of counts and amounts; of shares the only value, null where several reporters gave one. */
  readonly now: number | null;
  readonly before: number | null;
  /** null where one is missing, or where the months come from other reporters: those cannot be compared. */
  readonly change: number | null;
  /** Smallest and largest of several shares. */
  readonly range: readonly [number, number] | null;
  /** How many reporters the value comes from; 0 for what the system counts. */
  readonly reporters: number;
  readonly reportersBefore: number;
};

export type Completeness = { readonly expected: number; readonly in: number; readonly late: number; readonly missing: number; readonly open: number };

export type Totals = {
  readonly models: number;
  readonly asked: number;
  readonly ended: number;
  readonly underWay: number;
  readonly notBegun: number;
  readonly blocked: number;
  readonly overdue: number;
  readonly bornOverdue: number;
  readonly silent: number;
  readonly steps: number;
  readonly stepsDone: number;
  readonly stepsDoneInMonth: number;
};

/** A month of the programme on one sheet. Every figure is as of `asOf`; `definitions` says what each is. */
export type ConsolidatedReport = Pick<ConsolidatedInput, 'asOf' | 'today' | 'issuer' | 'plan'> & {
  readonly period: string;
  readonly previousPeriod: string;
  /** Whether any of it is of the demonstration. */
  readonly simulated: boolean;
  readonly completeness: Completeness;
  readonly completenessBefore: Completeness;
  readonly totals: Totals;
  readonly models: readonly ModelLine[];
  /** Numbers of models, each list by its rule. */
  readonly lists: { readonly overdue: readonly number[]; readonly bornOverdue: readonly number[]; readonly endedLate: readonly number[]; readonly blocked: readonly number[]; readonly silent: readonly number[] };
  readonly byLead: readonly LeadLine[];
  readonly change: {
    readonly statuses: readonly { readonly model: number; readonly before: ModelStatus; readonly now: ModelStatus }[];
    readonly steps: readonly { readonly model: number; readonly step: number; readonly vi: string; readonly completedOn: string }[];
  };
  readonly indicators: readonly IndicatorLine[];
  readonly reports: readonly (Omit<ConsolidatedDuty, 'content'> & { readonly nothing: boolean; readonly statusBefore: DutyStatus | null })[];
  readonly definitions: readonly { readonly term: string; readonly vi: string }[];
};
