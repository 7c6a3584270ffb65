// Installs what a fresh clone misses and builds what the browser loads, with Node alone. Quick when nothing changed: comparisons of digests.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildViewer } from './build-viewer.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const say = process.argv.includes('--quiet') ? () => {} : (text) => process.stderr.write(`${text}\n`);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`DA06 needs Node.js 20.19 or newer; this is ${process.versions.node}.\nDA06 cần Node.js từ 20.19; máy này đang dùng ${process.versions.node}.\n`);
  process.exit(1);
}

const stamp = join(root, 'node_modules', '.da06-installed');
const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
if (installed !== wanted) {
  process.stderr.write('DA06: installing the packages of package-lock.json (about 1.1 GB on disk, a minute or two, only this once) …\n');
  const started = Date.now();
  // `npm ci` refuses a lock file that lacks the optional builds of other platforms, which a mirror may not carry; this installs the same versions.
  const npm = spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (npm.status !== 0) {
    process.stderr.write('DA06: npm install failed; its message is above. Is a package registry reachable?\n');
    process.exit(npm.status ?? 1);
  }
  writeFileSync(stamp, wanted);
  process.stderr.write(`DA06: installed in ${Math.round((Date.now() - started) / 1000)} s.\n`);
} else {
  say('DA06: packages are in place.');
}

try {
  buildViewer(root, (text) => process.stderr.write(`${text}\n`));
} catch (error) {
  // The folder cannot be written, or has no room: everything else works.
  if (error.syscall === undefined) throw error;
  say(`DA06: the console was not built (${error.code}).`);
}
