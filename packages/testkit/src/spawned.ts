import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Spawned = {
  readonly pid: number;
  readonly output: () => string;
  readonly errors: () => string;
  /** Resolves when the process has ended, with its code, or null if a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Resolves when its output (stdout and stderr) matches; rejects when it ends before, or after `timeoutMs`. */
  readonly sees: (pattern: RegExp, timeoutMs?: number) => Promise<string>;
  /** Sends a signal to this process alone, by its id, and waits for its end. */
  readonly kill: (signal?: NodeJS.Signals) => Promise<number | null>;
};

/** Starts a process whose output is kept. */
export const spawned = (command: string, args: readonly string[], options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string | undefined>> } = {}): Spawned => {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...(options.cwd === undefined ? {} : { cwd: options.cwd }), ...(options.env === undefined ? {} : { env: options.env }) });
  let output = '';
  let errors = '';
  const watchers = new Set<() => void>();
  const heard = (): void => {
    for (const watcher of watchers) watcher();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    heard();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
    heard();
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code));
  });
  return {
    pid: child.pid ?? -1,
    output: () => output,
    errors: () => errors,
    ended,
    sees: (pattern, timeoutMs = 30_000) =>
      new Promise((resolve, reject) => {
        const finish = (settle: () => void): void => {
          watchers.delete(look);
          clearTimeout(timer);
          settle();
        };
        const look = (): void => {
          const found = pattern.exec(output) ?? pattern.exec(errors);
          if (found !== null) finish(() => resolve(found[0]));
        };
        const fail = (why: string): void => finish(() => reject(new Error(`${why} ${String(pattern)}\n${output}\n${errors}`)));
        const timer = setTimeout(() => fail('Not seen in time:'), timeoutMs);
        watchers.add(look);
        void ended.then(() => fail('Ended before:'), () => fail('Never started:'));
        look();
      }),
    kill: (signal = 'SIGKILL') => {
      child.kill(signal);
      return ended;
    },
  };
};

/** Node's arguments that run a TypeScript program of this repository, as `npm start` does. */
export const programArguments = (entry: string): string[] => [fileURLToPath(new URL('../../../infra/setup/run.mjs', import.meta.url)), entry];
