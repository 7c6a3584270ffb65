import { readFileSync } from 'node:fs';

/** Resident memory of a process in MiB; NaN where the system does not tell (outside Linux). */
export const residentMemory = (pid: number): number => ofStatus(pid, 'VmRSS');

/** The part of it that is the process's own, in MiB: not the pages of files it has mapped, such as the log, which the system drops when it needs room. */
export const privateMemory = (pid: number): number => ofStatus(pid, 'RssAnon');

const ofStatus = (pid: number, name: string): number => {
  try {
    return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
};
