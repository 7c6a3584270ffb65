import { execFileSync } from 'node:child_process';

const needed = 17;

/** Whether this is a Java of version 17 or later: its `--version` begins with "openjdk 17.0.15 …". */
export const isJava = (program: string): boolean => {
  try {
    const text = execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return Number(/^\S+ (\d+)/.exec(text)?.[1] ?? 0) >= needed;
  } catch {
    return false;
  }
};
