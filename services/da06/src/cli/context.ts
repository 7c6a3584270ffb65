import type { Logger } from '@da06/service-kit';
import { resolve } from 'node:path';
import type { Config } from '../config.ts';

/** What commands write with and where they stand. */
export type CliContext = {
  readonly config: Config;
  readonly logger: Logger;
  /** Results: stdout. */
  readonly out: { readonly write: (text: string | Uint8Array) => unknown; readonly isTTY?: boolean };
  /** Progress and messages: stderr. */
  readonly err: { readonly write: (text: string) => unknown; readonly isTTY?: boolean };
};

/** A file argument, read from the folder the command was called in (npm changes it). */
export const fileArgument = (context: CliContext, file: string): string => resolve(context.config.callerDir, file);

/** One JSON line on stdout. */
export const printJson = (context: CliContext, value: unknown): void => void context.out.write(`${JSON.stringify(value)}\n`);
