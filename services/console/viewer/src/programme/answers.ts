/** What the programme's routes answer, as far as this page reads it. Days are local (YYYY-MM-DD), null = none. */

export type ModelStatus = 'planned' | 'waiting-c06' | 'in-progress' | 'blocked' | 'in-operation' | 'completed' | 'launched' | 'trained' | 'not-deployable' | 'no-subject' | 'not-mentioned';
export type Lateness = 'none' | 'conditional' | 'in-time' | 'ended-late' | 'due' | 'overdue' | 'born-overdue';
type Lead = { readonly code: string; readonly vi: string; readonly from: string | null; readonly to: string | null; readonly collective: boolean };
type Blocker = { readonly code: 'unit-not-chosen' } | { readonly code: 'step-blocked'; readonly step: number; readonly since: string; readonly cause: string };

/** A row of `GET /v1/models`. */
export type Model = {
  readonly no: number;
  /** Of its stream; what is asked of it names it. */
  readonly version: number;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly annex: string;
  readonly leads: readonly Lead[];
  readonly leadsToday: readonly string[];
  readonly coordinating: readonly { readonly code: string; readonly vi: string }[];
  readonly deadline: string | null;
  readonly lastDayOnTime: string | null;
  readonly standing: 'deployable' | 'not-deployable' | 'no-subject' | 'not-mentioned';
  readonly standingVi: string;
  readonly needsUnit: boolean;
  readonly unit: string | null;
  readonly status: ModelStatus;
  readonly blockers: readonly Blocker[];
  readonly lateness: Lateness;
  readonly daysLate: number;
  readonly steps: number;
  readonly stepsDone: number;
  readonly endedOn: string | null;
  readonly health: string;
  readonly simulated: boolean;
};
export type ModelsAnswer = { readonly asOf: string; readonly plan: { readonly reference: string; readonly date: string } | null; readonly models: readonly Model[] };

export type StepStatus = 'planned' | 'in-progress' | 'blocked' | 'completed';
export type Step = {
  readonly step: number;
  readonly vi: string;
  readonly en: string;
  readonly actors: readonly { readonly code: string; readonly vi: string; readonly outside: boolean }[];
  readonly conditional: boolean;
  /** All of its actors are outside the locality: it is told on behalf of one of them. */
  readonly outside: boolean;
  readonly status: StepStatus;
  readonly startedOn: string | null;
  readonly completedOn: string | null;
  readonly blockedOn: string | null;
  readonly cause: string;
  readonly onBehalfOf: string;
  readonly note: string;
};
export type Happening = {
  readonly version: number;
  readonly type: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly step?: number;
  readonly at?: string;
  readonly unit?: string;
  readonly cause?: string;
  readonly onBehalfOf?: string;
  readonly note?: string;
};
/** `GET /v1/models/{no}`. */
export type WholeModel = Model & {
  readonly notDeployable: { readonly at: string; readonly cause: string; readonly note: string } | null;
  readonly stepList: readonly Step[];
  readonly history: readonly Happening[];
};

export type DutyStatus = 'in' | 'late' | 'missing' | 'due' | 'not-yet';
/** Who owes a report, and how it stands. */
export type Duty = {
  readonly reporter: string;
  readonly nameVi: string;
  readonly dueOn: string;
  readonly status: DutyStatus;
  readonly daysLate: number;
  readonly submittedAt: string | null;
  readonly revisions: number;
  readonly nothing: boolean;
  readonly simulated: boolean;
};
export type MonthlyDuty = Duty & { readonly kind: 'agency' | 'unit'; readonly receiver: string; readonly receiverVi: string };
/** A report asked for beside the monthly ones. */
export type Asked = { readonly id: string; readonly models: readonly number[]; readonly dueOn: string; readonly text: string; readonly duties: readonly Duty[] };
/** `GET /v1/reports?period=`. */
export type DutiesAnswer = { readonly period: string; readonly asOf: string; readonly duties: readonly MonthlyDuty[]; readonly requests: readonly Asked[] };

type ReportedIndicator = { readonly code: string; readonly value: number; readonly target: number | null; readonly note: string };
export type ReportBody = { readonly nothing: boolean; readonly models: readonly { readonly no: number; readonly text: string; readonly indicators: readonly ReportedIndicator[] }[] };
/** `GET /v1/reports/{period}/{reporter}`. */
export type Report = ReportBody & { readonly reporter: string; readonly revision: number; readonly revisions: number; readonly dueOn: string; readonly submittedAt: string; readonly recordedAt: string; readonly late: boolean; readonly actor: string };

export type Indicator = {
  readonly code: string;
  readonly model: number;
  readonly vi: string;
  readonly en: string;
  readonly unit: string;
  readonly kind: 'count' | 'share' | 'amount';
  readonly source: 'entered' | 'counted';
  readonly definitionVi: string;
  readonly definitionEn: string;
};
