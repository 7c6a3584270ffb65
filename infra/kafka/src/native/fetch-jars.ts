import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The broker's version and its files, each by its digest: the one place where they are pinned. */
const pinned = JSON.parse(readFileSync(fileURLToPath(new URL('jars.json', import.meta.url)), 'utf8')) as { version: string; jars: { path: string; sha256: string; bytes: number }[] };

export const kafkaVersion = pinned.version;

export type FetchOptions = {
  /** Where Maven Central, or a mirror of it, is. */
  readonly repository: string;
  /** The user's cache. */
  readonly cache: string;
  readonly say: (text: string) => void;
};

const atOnce = 6;

/**
 * The folder with the broker's files, fetched once into the user's cache. A file counts as there only under its final name, which it gets
 * whole and after its digest was compared, so that two processes may fetch at the same time.
 * @throws Error when a file cannot be had or is not what was pinned.
 */
export const fetchJars = async ({ repository, cache, say }: FetchOptions): Promise<string> => {
  const folder = join(cache, 'da06', `kafka-${kafkaVersion}`);
  const missing = pinned.jars.filter(({ path }) => !existsSync(join(folder, basename(path))));
  if (missing.length === 0) return folder;
  const megabytes = Math.ceil(missing.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6);
  say(`DA06: fetching Kafka ${kafkaVersion} (${megabytes} MB, only this once) into ${folder} …`);
  mkdirSync(folder, { recursive: true });
  const next = missing.values();
  const fetchAll = async (): Promise<void> => {
    for (const { path, sha256 } of next) {
      const bytes = await download(`${repository}/${path}`);
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`${repository}/${path} is not the file that was pinned: its SHA-256 differs.`);
      const draft = join(folder, `${basename(path)}.${process.pid}`);
      writeFileSync(draft, bytes);
      renameSync(draft, join(folder, basename(path)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, fetchAll));
  return folder;
};

const tries = 3;

const download = async (url: string, attempt = 1): Promise<Uint8Array> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(120_000) });
    if (!response.ok) throw new Error(`it answers ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    if (attempt < tries) return download(url, attempt + 1);
    throw new Error(`${url} cannot be fetched (${cause instanceof Error ? cause.message : String(cause)}); MAVEN_REPO_URL names a mirror of Maven Central.`, { cause });
  }
};
