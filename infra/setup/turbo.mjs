// Calls turbo with its telemetry off: nothing here speaks to the internet on its own.
import { spawnSync } from 'node:child_process';

const run = spawnSync('npx', ['--no-install', 'turbo', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
});
process.exit(run.status ?? 1);
