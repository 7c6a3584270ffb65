import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/** A Java program as a child of this process. */
export type JavaChild = {
  readonly pid: number;
  /** The end of what it has said so far. */
  readonly output: () => string;
  readonly hasEnded: () => boolean;
  /** Resolves when it is gone, with its code, or null when a signal ended it. */
  readonly ended: Promise<number | null>;
  readonly kill: (signal: NodeJS.Signals) => void;
};

const keptOutput = 16_000;

/** Starts a Java program that ends with this process, also when this process is killed; `temporary` is a folder that is then removed. */
export const startJava = (java: string, args: readonly string[], temporary = ''): JavaChild => {
  // A small heap, a plain collector and no late compiler start a broker in seconds.
  const child = spawn(java, ['-Xms128m', '-Xmx384m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-keptOutput)));
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(null);
    });
    child.once('close', (code) => resolve(code));
  });
  endWithParent(child, temporary);
  return {
    pid: child.pid ?? -1,
    output: () => output,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined,
    ended,
    kill: (signal) => void child.kill(signal),
  };
};

/** A JVM outlives a parent that was killed. This shell reads from a pipe that nobody writes to: it ends with the parent alone. */
const endWithParent = (child: ChildProcess, temporary: string): void => {
  if (child.pid === undefined) return;
  const script = 'read _; kill -9 "$1"; test -z "$2" || { sleep 1; rm -rf "$2"; }';
  // Detached, as Ctrl+C in a terminal must not end it before the JVM.
  const watch = spawn('sh', ['-c', script, 'da06-kafka-watch', String(child.pid), temporary], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  child.once('exit', () => watch.kill('SIGKILL'));
  watch.unref();
  (watch.stdin as unknown as { unref?: () => void }).unref?.();
};
