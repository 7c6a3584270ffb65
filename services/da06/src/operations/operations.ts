import type { OnRemovalProgress, RemovalOutcome } from '../demonstration/remove.ts';
import type { EraseOutcome, EraseRequest, OnEraseProgress } from '../erase/request.ts';
import type { Claims } from '../verify/read-receipts.ts';
import type { Verification } from '../verify/compare.ts';

export type RebuildOutcome = {
  readonly events: number;
  readonly seconds: number;
  /** Whether the rebuilt content is the live one's; only then was it put in its place. */
  readonly equal: boolean;
  readonly views: readonly { readonly view: string; readonly rows: string; readonly hash: string; readonly equal: boolean }[];
};

export type DeadLetter = { readonly id: string; readonly topic: string; readonly causeCode: string; readonly recordedAt: string; readonly size: number };

export type BackupOutcome = { readonly folder: string; readonly bytes: number; readonly events: number; readonly seconds: number; /** Fingerprint of the master key, which is not in it. */ readonly masterKey: string };

/** What an administrator can do with one data folder; over HTTP with its host, or in this process when nobody holds it. */
export type Operations = {
  /** A read-only query; bytes in `format`. @throws AppError `sql.*`. */
  readonly sql: (sql: string, format: string) => Promise<Uint8Array>;
  /** Claims of senders against the view `events`; without claims the log against the tables. Waits up to `waitMs` for the projection. */
  readonly verify: (claims: Claims | undefined, waitMs: number) => Promise<Verification>;
  readonly rebuild: (onProgress: (done: number, total: number) => void) => Promise<RebuildOutcome>;
  readonly listDeadLetters: () => Promise<readonly DeadLetter[]>;
  /** Sends one dead letter, or all, through the door again; `remaining` still lie there. */
  readonly redrive: (id: string | undefined) => Promise<{ readonly redriven: number; readonly remaining: number }>;
  readonly backup: (folder: string) => Promise<BackupOutcome>;
};

/** What needs the folder itself, or its host: on a cluster the log alone. */
export type HostOperations = Operations & {
  /** Destroys identities (erase/erase.ts). `actor` = who asked. */
  readonly erase: (request: EraseRequest, onProgress: OnEraseProgress, actor: string) => Promise<EraseOutcome>;
  /** Takes the demonstration out of the folder, or counts what would go (demonstration/remove.ts). */
  readonly removeDemonstration: (dryRun: boolean, onProgress: OnRemovalProgress) => Promise<RemovalOutcome>;
};
