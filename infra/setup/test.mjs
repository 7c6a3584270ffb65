// Runs every test: unit tests, then the integration and the end-to-end project, never cached.
// `npm test -- int` runs one kind alone. The last lines say what broker and servers were used, and how many tests passed and failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const kinds = ['unit', 'int', 'e2e'];
const wanted = process.argv.slice(2).filter((kind) => kinds.includes(kind));
const reports = mkdtempSync(join(tmpdir(), 'da06-test-'));
const used = join(reports, 'used.txt');
const env = { ...process.env, DA06_TEST_REPORT: used, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE ?? '12' };

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
const lines = existsSync(used) ? readFileSync(used, 'utf8').split('\n').filter(Boolean) : [];
rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\n${[...new Set(lines.map((line) => line.replace(/ at \S+$/, '')))].map((line) => `used: ${line}\n`).join('')}`);
if (process.env.DA06_REQUIRE_KAFKA === '1' && (wanted.length === 0 || wanted.includes('int')) && !lines.some((line) => line.startsWith('Kafka '))) {
  process.stderr.write('DA06_REQUIRE_KAFKA=1, and no integration test used a Kafka.\n');
  broken += 1;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(broken === 0 && passed > 0 ? 0 : 1);

function readCounts(file) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
