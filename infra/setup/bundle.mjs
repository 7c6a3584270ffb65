// Makes one file of a program and of this repository's sources it imports, kept under node_modules: to load a thousand modules through hooks takes four times as long.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const unused = 7 * 24 * 3_600_000;

/**
 * The path of a file that does what the TypeScript `entry` does; made anew when a source has changed, by content. Packages are not in it: it imports them.
 * `folder`: where it is kept, within the reach of the packages. @throws Error when a source cannot be read, is no TypeScript, or nothing can be written.
 */
export const bundleOf = async (entry, folder = join(repository, 'node_modules', '.cache', 'da06')) => {
  const list = join(folder, `${createHash('sha256').update(relative(repository, entry)).digest('hex').slice(0, 16)}.json`);
  const kept = keptAt(folder, readList(list));
  if (kept !== undefined) return kept;
  mkdirSync(folder, { recursive: true });
  const { inputs, text } = await bundled(entry);
  const file = pathOf(folder, inputs);
  // Whole or not at all: processes start side by side.
  put(file, text);
  put(list, JSON.stringify(inputs));
  for (const name of readdirSync(folder)) {
    const other = join(folder, name);
    if (Date.now() - (statSync(other, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > unused) rmSync(other, { force: true });
  }
  return file;
};

const readList = (list) => {
  try {
    return JSON.parse(readFileSync(list, 'utf8'));
  } catch {
    return undefined;
  }
};

const keptAt = (folder, inputs) => {
  try {
    const file = pathOf(folder, inputs);
    statSync(file);
    return file;
  } catch {
    return undefined;
  }
};

/** A bundle's name says what it was made of, this file too. */
const pathOf = (folder, inputs) => {
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)));
  for (const input of inputs) hash.update(`${input}\0`).update(readFileSync(resolve(repository, input)));
  return join(folder, `${hash.digest('hex').slice(0, 32)}.mjs`);
};

const put = (file, text) => {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, text);
  renameSync(beside, file);
};

/** Sources keep the address they have by themselves: files beside them are found by it. */
const ownSources = {
  name: 'own-sources',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^[^./]/ }, ({ kind, path }) => (kind === 'entry-point' || path.startsWith('@da06/') ? undefined : { external: true }));
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)).replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
    }));
  },
};

const bundled = async (entry) => {
  const { build, stop } = await import('esbuild');
  const { metafile, outputFiles } = await build({
    absWorkingDir: repository, entryPoints: [entry], bundle: true, write: false, metafile: true, platform: 'node', format: 'esm', target: 'node20', sourcemap: 'inline', sourcesContent: false, logLevel: 'silent', plugins: [ownSources],
  });
  await stop();
  const sources = Object.keys(metafile.inputs);
  // What a package exports is told by its package.json.
  const packages = new Set(sources.flatMap((source) => /^(?:[^/]+\/[^/]+|dashboards)(?=\/src\/)/.exec(source)?.map((path) => `${path}/package.json`) ?? []));
  return { inputs: [...sources, ...packages], text: outputFiles[0].text };
};
