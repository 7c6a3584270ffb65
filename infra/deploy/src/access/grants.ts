/** What a user may read, by view of `da06`: every column, or the ones named. */
export type Grants = Readonly<Record<string, 'all' | readonly string[]>>;

/** A user of a ClickHouse server who reads through a data source of Grafana, or by a client of an office's own. */
export type ReadingUser = {
  /** Name on the server. */
  readonly user: string;
  /** Environment of the server that holds the SHA-256 of the password. */
  readonly digest: string;
  readonly grants: Grants;
  /** Conditions on rows, by view: rows that do not meet it are not there for this user. */
  readonly rows?: Readonly<Record<string, string>>;
  /** Profile and quota of da06-users.xml and da06-audiences.xml. */
  readonly profile: string;
  readonly quota: string;
};

/** Views whole. */
export const whole = (...views: readonly string[]): Grants => Object.fromEntries(views.map((view) => [view, 'all']));

/** Views with those that take a day, or a boundary, beside them. */
export const wholeAndAt = (...views: readonly string[]): Grants => whole(...views, ...views.map((view) => `${view}_at`));

/** Statements as a server reads them from its file of users. */
export const grantTexts = (grants: Grants): readonly string[] =>
  Object.entries(grants).map(([view, columns]) => `GRANT SELECT${columns === 'all' ? '' : `(${columns.join(', ')})`} ON da06.${view}`);
