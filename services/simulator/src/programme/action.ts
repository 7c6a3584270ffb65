/** A report's body, as `PUT /v1/reports/{period}/{reporter}` takes it. */
export type ReportBody = {
  readonly nothing: boolean;
  readonly models: readonly { readonly no: number; readonly text: string; readonly indicators: readonly { readonly code: string; readonly value: number; readonly target: number | null; readonly note: string }[] }[];
};

export type StepVerb = 'start' | 'complete' | 'block' | 'unblock' | 'reopen';

/** One thing that somebody does; `at` is Unix ms, `day` the local day it is said to have happened on. */
export type Action = { readonly at: number } & (
  | { readonly what: 'plan' }
  | { readonly what: 'step'; readonly no: number; readonly step: number; readonly verb: StepVerb; readonly day: string; readonly cause: string; readonly onBehalfOf: string; readonly note: string }
  | { readonly what: 'unit'; readonly no: number; readonly unit: string; readonly day: string }
  | { readonly what: 'end'; readonly no: number; readonly day: string }
  | { readonly what: 'report'; readonly period: string; readonly reporter: string; readonly body: ReportBody }
  | { readonly what: 'request'; readonly id: string; readonly reporters: readonly string[]; readonly models: readonly number[]; readonly dueOn: string; readonly text: string }
  | { readonly what: 'answer'; readonly request: string; readonly reporter: string; readonly body: ReportBody }
);
