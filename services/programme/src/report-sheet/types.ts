/** A model that the reporter has a part in. */
export type SheetModel = { readonly model: number; readonly titleVi: string };

/** An indicator of one of the models, as its definition has it. */
export type SheetIndicator = {
  readonly code: string;
  readonly model: number;
  readonly vi: string;
  /** Such as "cơ sở", or "%" of a share. */
  readonly unit: string;
  /** What values may be: whole and not negative, 0 to 100, not negative. */
  readonly kind: 'count' | 'share' | 'amount';
  /** `counted` by the system: the sheet shows it and takes no value for it. */
  readonly source: 'entered' | 'counted';
  readonly definitionVi: string;
};

/** What a report says, as its events hold it. */
export type ReportContent = { readonly nothing: boolean; readonly models: readonly ReportedModel[] };
export type ReportedModel = { readonly model: number; readonly text: string; readonly indicators: readonly ReportedIndicator[] };
export type ReportedIndicator = { readonly code: string; readonly value: number; readonly target: number | null; readonly remark: string };

export type TemplateInput = {
  readonly reporter: { /** Code of an agency or uid of a unit. */ readonly code: string; readonly nameVi: string };
  /** Who the report goes to. */
  readonly receiverVi: string;
  /** YYYY-MM. */
  readonly period: string;
  /** The last day on time, YYYY-MM-DD. */
  readonly dueOn: string;
  /** In the order in which they are to stand. */
  readonly models: readonly SheetModel[];
  readonly indicators: readonly SheetIndicator[];
  /** The report as it stands, and its revision from 1; undefined if there is none. */
  readonly current?: (ReportContent & { readonly revision: number }) | undefined;
  /** The report of the month before. */
  readonly previous?: ReportContent | undefined;
  /** Values of the period that the system counted, by the indicator's code. */
  readonly counted?: ReadonlyMap<string, number> | undefined;
  /** Whether what is prefilled is of the demonstration: the sheet then says so. */
  readonly simulated?: boolean | undefined;
};

/** What the sheet must be of, and what its rows may be. */
export type SheetExpectation = {
  readonly reporter: string;
  /** YYYY-MM. */
  readonly period: string;
  readonly models: readonly SheetModel[];
  readonly indicators: readonly SheetIndicator[];
  /** Whether a text holds what looks like a number of a person. */
  readonly isPersonal: (text: string) => boolean;
};
