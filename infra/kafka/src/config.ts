import { homedir } from 'node:os';
import { join } from 'node:path';

export type NativeConfig = { readonly java: string; readonly repository: string; readonly cache: string };

/** Where Java, Maven Central and the user's cache are: JAVA_HOME, MAVEN_REPO_URL (a mirror), XDG_CACHE_HOME. */
export const readConfig = (env: Readonly<Record<string, string | undefined>> = process.env): NativeConfig => ({
  java: env['JAVA_HOME'] === undefined ? 'java' : join(env['JAVA_HOME'], 'bin', 'java'),
  repository: env['MAVEN_REPO_URL'] ?? 'https://repo.maven.apache.org/maven2',
  cache: env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
});
