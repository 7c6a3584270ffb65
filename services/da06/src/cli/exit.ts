import { AppError } from '@da06/errors';

/** Exit codes of every command (contracts.md, Calling). */
export const exitCodes = { done: 0, differences: 1, wrongUse: 2, noHost: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A failure that is told in one line on stderr and ends the command with its code. */
export class CliFailure extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.name = 'CliFailure';
    this.exitCode = exitCode;
  }
}

export const wrongUse = (message: string): CliFailure => new CliFailure(exitCodes.wrongUse, message);
export const noHost = (message: string): CliFailure => new CliFailure(exitCodes.noHost, message);

/** Nothing answers where the configuration says: a host, a broker, a server. */
const unreachable: ReadonlySet<string> = new Set(['data.in-use', 'host.unreachable', 'log.unavailable', 'warehouse.unavailable']);

/** What to say and how to end after `error`; undefined for one that is a fault of ours. */
export const exitOf = (error: unknown): { code: ExitCode; message: string } | undefined => {
  if (error instanceof CliFailure) return { code: error.exitCode, message: error.message };
  if (!(error instanceof AppError)) return undefined;
  if (unreachable.has(error.code)) return { code: exitCodes.noHost, message: error.message };
  return { code: exitCodes.wrongUse, message: error.message };
};
