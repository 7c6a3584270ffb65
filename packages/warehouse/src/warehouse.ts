/** Values of `{name:Type}` in a statement. */
export type Params = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What a person's query came to: bytes in the format that was asked for. */
export type PersonResult = { readonly bytes: Uint8Array; readonly format: string };

/** Hash and count of the content of one view: equal content, equal hash, whatever way it came about. */
export type ContentHash = { readonly view: string; readonly rows: string; readonly hash: string };

/** A stay, or all stays of a person whose papers were linked: where a recompute of guest-nights starts. */
export type Touched = { readonly facility: string; readonly ref: string; readonly person: string };

/** A record of a register, or (register and ref empty) a person whose papers were linked: where a recompute of spells starts. */
export type TouchedRecord = { readonly register: string; readonly ref: string; readonly person: string };

/** Days (since 1970) at a facility: what a recompute of nights wrote, and where one of figures starts. */
export type TouchedDays = { readonly facility: string; readonly days: readonly number[] };

/** A set of tables beside the live ones, filled by a replay and then put in their place. */
export type RebuildTarget = {
  readonly insertEvents: (rows: readonly Uint8Array[]) => Promise<void>;
  /** Computes the guest-nights of every stay, a share of the facilities at a time, and then the figures of every day. */
  readonly computeAllNights: () => Promise<void>;
  /** Computes the spells of every resident and worker, a share of the persons at a time. */
  readonly computeAllSpells: () => Promise<void>;
  readonly contentHashes: () => Promise<readonly ContentHash[]>;
  /** Puts the rebuilt tables in the place of the live ones; these are kept in the database `da06_previous`, or dropped with what was kept there before. */
  readonly exchange: (options?: { readonly dropPrevious?: boolean }) => Promise<void>;
  readonly drop: () => Promise<void>;
};

/** The warehouse as services see it: the same over the engine in this process and over a ClickHouse server. */
export type Warehouse = {
  /** Applies the migrations that are missing. @throws AppError `warehouse.migration-changed`. */
  readonly migrate: () => Promise<void>;
  /** Rows of a statement of ours; never of a person's. */
  readonly query: <Row>(sql: string, params?: Params) => Promise<readonly Row[]>;
  /** Projects events, a row each as `createRowEncoder` makes it. @throws AppError `warehouse.rejected` (not retryable) or `warehouse.unavailable` (retryable). */
  readonly insertEvents: (rows: readonly Uint8Array[]) => Promise<void>;
  /** Recomputes the guest-nights of stays and of their neighbours. The figures of the days it returns are due. One caller at a time. */
  readonly recomputeNights: (touched: readonly Touched[]) => Promise<readonly TouchedDays[]>;
  /** Recomputes what days at facilities came to, after their nights. One caller at a time. */
  readonly recomputeFigures: (touched: readonly TouchedDays[]) => Promise<void>;
  /** Recomputes the spells of everybody whom these records named in any revision. One caller at a time. */
  readonly recomputeSpells: (touched: readonly TouchedRecord[]) => Promise<void>;
  readonly contentHashes: () => Promise<readonly ContentHash[]>;
  readonly openRebuild: () => Promise<RebuildTarget>;
  /** A person's statement, read-only and within limits. @throws AppError `sql.forbidden`, `sql.failed`, `sql.too-long`. */
  readonly personQuery: (request: { readonly sql: string; readonly format?: string; readonly params?: Params; readonly database?: string }) => Promise<PersonResult>;
  readonly close: () => Promise<void>;
};
