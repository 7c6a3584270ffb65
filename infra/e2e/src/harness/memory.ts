import { readFileSync } from 'node:fs';

/** Resident memory of a process in MiB; NaN where the system does not tell (outside Linux). */
export const residentMemory = (pid: number): number => {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
};
