import type { Params } from './warehouse.ts';

export type Settings = Readonly<Record<string, string | number>>;

/** A way to the engine, in this process or on a server: statements run one after another, and temporary tables are its own. */
export type Connection = {
  /** @returns the answer's bytes in `format`, JSONEachRow unless told. */
  readonly run: (sql: string, options?: { readonly format?: string; readonly params?: Params }) => Promise<Uint8Array>;
  /** Inserts rows into a table of this connection's database. */
  readonly insert: (into: string, rows: Uint8Array, options: { readonly format: 'JSONEachRow' | 'RowBinary'; readonly settings?: Settings }) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Connections that work is shared out to. */
export type Pool = {
  readonly use: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

/** What a warehouse stands on. */
export type Engine = {
  /** A connection on a database of ours, which need not exist yet. `patience` lengthens its time limits by that factor; 1 unless told. */
  readonly open: (database: string, patience?: number) => Promise<Connection>;
  /** Ours to read with, on the live database. */
  readonly readers: Pool;
  /** People's: limits hold and nothing can be written. */
  readonly persons: Pool;
  readonly close: () => Promise<void>;
};

/** Rows of an answer in JSONEachRow. */
export const rowsOf = <Row>(bytes: Uint8Array): Row[] =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
