import { codes, type Code } from './codes.ts';

export type AppErrorOptions = {
  /** Whether the same call may succeed later without a change. */
  readonly retryable?: boolean;
  /** Facts for the log and the answer; never a person's data. */
  readonly context?: Readonly<Record<string, unknown>>;
  /** What exactly was wrong, in English, beside the code's own text. */
  readonly detail?: string;
  readonly cause?: unknown;
};

/** The one error class: a code of the closed list, whether to try again, and facts. */
export class AppError extends Error {
  readonly code: Code;
  readonly retryable: boolean;
  readonly context: Readonly<Record<string, unknown>>;
  readonly detail: string | undefined;

  constructor(code: Code, options: AppErrorOptions = {}) {
    super(options.detail === undefined ? codes[code].en : `${codes[code].en} ${options.detail}`, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.context = options.context ?? {};
    this.detail = options.detail;
  }
}
