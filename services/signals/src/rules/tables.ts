/** What a rule is asked of the tables: local days YYYY-MM-DD, both included, and its thresholds by name. */
export type RuleQuestion = { readonly rule: string; readonly from: string; readonly to: string; readonly thresholds: Readonly<Record<string, number>> };

/** Something that a rule found, never of whom. Two hits of a rule are one alert if they are about the same. */
export type RuleHit = {
  readonly about: readonly string[];
  /** Other names under which it may have been found before. */
  readonly also: readonly (readonly string[])[];
  /** All that it is of. */
  readonly facilities: readonly string[];
  readonly unit: string;
  readonly facility: string;
  readonly ref: string;
  /** Local day. */
  readonly day: string;
  /** When what it tells of happened, Unix ms. */
  readonly at: number;
  /** When the newest of its evidence was taken in, or when the time was up that it tells of; Unix ms. */
  readonly knownAt: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly evidence: readonly string[];
};

/** The tables, as far as rules ask them. @throws AppError `warehouse.unavailable`, `log.unavailable`. */
export type Tables = {
  /** Whether what the log held at an earlier call, or holds now, is in the tables: half-filled ones show silences and drops that are none. */
  readonly current: () => Promise<boolean>;
  /** Local day of the newest receipt in them, and a text that differs whenever something newer came; undefined = they are empty. */
  readonly newest: () => Promise<{ readonly day: string; readonly at: string } | undefined>;
  readonly hits: (question: RuleQuestion) => Promise<readonly RuleHit[]>;
};
