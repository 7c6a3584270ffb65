import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const needed = 17;

/** The Java program to run the broker with; undefined when there is none of version 17 or later. */
export const findJava = (env: Readonly<Record<string, string | undefined>>): string | undefined => {
  const java = env['JAVA_HOME'] === undefined ? 'java' : join(env['JAVA_HOME'], 'bin', 'java');
  try {
    return versionOf(java) >= needed ? java : undefined;
  } catch {
    return undefined;
  }
};

/** `java --version` prints its version first on stdout: "openjdk 17.0.15 …". */
const versionOf = (java: string): number => Number(/^\S+ (\d+)/.exec(execFileSync(java, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))?.[1] ?? 0);
