import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { childEnvironment } from './config.ts';
import { keepChild } from './ending.ts';
import { root } from './root.ts';

/** A program of this repository in a process of its own, its output kept. */
export type Program = {
  readonly pid: number;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Its exit code once it has ended; null when a signal ended it. */
  readonly exited: Promise<number | null>;
  readonly hasEnded: () => boolean;
  /** Asks it to stop; resolves to its exit code. */
  readonly stop: () => Promise<number | null>;
  /** SIGKILL; resolves when it is gone. */
  readonly kill: () => Promise<void>;
};

/** What `npm start` gives node; `readme.test.ts` holds them together. */
export const nodeOptions = ['--initial-old-space-size=32', '--max-semi-space-size=8'] as const;

/** Its memory, likewise: `run.mjs` says why. */
export const memorySettings = { MALLOC_MMAP_THRESHOLD_: '524288', MALLOC_TRIM_THRESHOLD_: '1048576' } as const;

/** Starts a TypeScript entry of the repository, as `npm start` does. */
export const startProgram = (entry: string, args: readonly string[], settings: Readonly<Record<string, string>>): Program => {
  const child = spawn(process.execPath, [...nodeOptions, 'infra/setup/run.mjs', entry, ...args], { cwd: root, env: { ...memorySettings, ...childEnvironment(settings) }, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = collect(child);
  const exited = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  keepChild({ kill: (signal) => child.kill(signal), exited });
  return {
    pid: child.pid ?? 0,
    ...output,
    exited,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
};

const collect = (child: ChildProcess): { stdout: () => string; stderr: () => string } => {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return { stdout: () => stdout, stderr: () => stderr };
};
