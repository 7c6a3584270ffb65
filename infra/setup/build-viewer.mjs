// Builds what the browser loads of the console, when its sources have changed; quick when they have not: a digest of some hundred small files.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Every file of a folder, in one order everywhere. */
const filesOf = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(join(folder, entry.name)) : [join(folder, entry.name)]));

const digestOf = (root, console) => {
  const hash = createHash('sha256');
  const files = [...filesOf(join(console, 'viewer')), join(console, 'vite.config.ts'), join(root, 'package-lock.json')];
  for (const file of files.filter((name) => !name.endsWith('.test.ts'))) hash.update(`${relative(root, file)}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

/** Bytes of all scripts as they are sent at most: packed by gzip. */
const scriptBytes = (dist) =>
  filesOf(dist).filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + (existsSync(`${file}.gz`) ? statSync(`${file}.gz`).size : gzipSync(readFileSync(file)).byteLength), 0);

/**
 * Builds `services/console/dist` unless it is of these sources. A build goes into a folder of its own first: one that is broken off leaves the old one.
 * Returns whether there is one now; without it the host serves everything else.
 */
export const buildViewer = (root, tell) => {
  const console = join(root, 'services', 'console');
  const dist = join(console, 'dist');
  const stamp = join(dist, '.built-of');
  const wanted = digestOf(root, console);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  const started = Date.now();
  const beside = `${dist}-${process.pid}`;
  const vite = spawnSync(process.execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error', '--outDir', beside], { cwd: console, stdio: ['ignore', 'ignore', 'inherit'] });
  if (vite.status !== 0) {
    rmSync(beside, { recursive: true, force: true });
    tell('DA06: the console was not built; the message is above. Everything else works without it.');
    return existsSync(join(dist, 'index.html'));
  }
  writeFileSync(join(beside, '.built-of'), wanted);
  rmSync(dist, { recursive: true, force: true });
  renameSync(beside, dist);
  tell(`DA06: built the console in ${((Date.now() - started) / 1000).toFixed(1)} s (scripts: ${Math.round(scriptBytes(dist) / 1000)} kB packed).`);
  return true;
};
