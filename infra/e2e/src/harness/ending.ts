import { rmSync } from 'node:fs';

/** What must be gone when this process ends before its time: folders, and other processes of ours. */
const folders = new Set<string>();
const children = new Set<{ readonly kill: (signal: NodeJS.Signals) => unknown; readonly exited: Promise<unknown> }>();

/** Remembers a folder until it is forgotten. */
export const keepFolder = (path: string): void => void folders.add(path);
export const forgetFolder = (path: string): void => void folders.delete(path);

/** Remembers a process until it has ended. */
export const keepChild = (child: { readonly kill: (signal: NodeJS.Signals) => unknown; readonly exited: Promise<unknown> }): void => {
  children.add(child);
  void child.exited.then(() => children.delete(child), () => children.delete(child));
};

const patience = 10_000;

/** Ends every process that was started, by force if it does not end by itself, and removes every folder. */
const end = async (): Promise<void> => {
  const running = [...children];
  for (const child of running) child.kill('SIGTERM');
  await Promise.race([Promise.allSettled(running.map(({ exited }) => exited)), new Promise((resolve) => setTimeout(resolve, patience))]);
  for (const child of children) child.kill('SIGKILL');
  for (const path of folders) rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
};

/** From here on an interruption (Ctrl+C, SIGTERM) leaves neither processes nor folders behind. Exit code 128 + the signal's number. */
export const endOnSignal = (): void => {
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]] as const) {
    process.once(signal, () => void end().finally(() => process.exit(code)));
  }
};
