import { readFileSync } from 'node:fs';

/** Names one run of one process: a number alone comes back after a crash, in a container nearly always. */
export type ProcessIdentity = { readonly pid: number; readonly started: string };

/** When a process started, in the system's ticks since boot; '' where the system does not tell (outside Linux). */
const startOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in parentheses and may hold spaces; the start is the twentieth after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

/** This process. */
export const ownIdentity = (): ProcessIdentity => ({ pid: process.pid, started: startOf(process.pid) });

/** Whether that very run still lives. */
export const isAlive = ({ pid, started }: ProcessIdentity): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return started === '' || startOf(pid) === started;
};
