// Runs every test: unit tests, then the integration and the end-to-end project, never cached.
// `npm test -- int` runs one kind alone. The last line says how many test files' tests passed and failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const kinds = ['unit', 'int', 'e2e'];
const wanted = process.argv.slice(2).filter((kind) => kinds.includes(kind));
const reports = mkdtempSync(join(tmpdir(), 'da06-test-'));
const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE ?? '12' };

let passed = 0;
let failed = 0;
let broken = 0;
for (const kind of wanted.length > 0 ? wanted : kinds) {
  const report = join(reports, `${kind}.json`);
  process.stderr.write(`\nDA06: ${kind} tests\n`);
  const started = Date.now();
  const run = spawnSync('npx', ['--no-install', 'vitest', 'run', '--project', kind, '--reporter=default', '--reporter=json', `--outputFile=${report}`], {
    stdio: 'inherit',
    env,
  });
  if (run.status !== 0) broken += 1;
  const counts = readCounts(report);
  passed += counts.passed;
  failed += counts.failed;
  process.stderr.write(`DA06: ${kind} took ${Math.round((Date.now() - started) / 1000)} s\n`);
}
rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(broken === 0 && passed > 0 ? 0 : 1);

function readCounts(file) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
