export type Login = { readonly username: string; readonly password: string };

export type ServerOptions = Login & {
  /** Address of the server's HTTP interface. */
  readonly url: string;
  /** Who runs people's queries: a user that is read-only and limited. Without it the writer runs them, made read-only for each. */
  readonly reader?: Login;
  /** A statement that takes longer is given up: `warehouse.unavailable`. A recompute may take three times as long, a rebuild thirty. 20,000 unless told. */
  readonly requestTimeoutMs?: number;
  /** Longest query of a person; a reader's profile says it instead where there is a reader. 30 unless told. */
  readonly personSeconds?: number;
  /** Whether bytes are packed on their way in and out; false unless told. */
  readonly compression?: boolean;
  /** Authority of the server's certificate, for https, if the system does not know it. */
  readonly ca?: Buffer;
};
