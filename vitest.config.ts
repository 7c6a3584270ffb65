import { defineConfig } from 'vitest/config';

/** One project per cost of a test: its file name's ending says which (see README, "Tests"). */
const shared = { environment: 'node', exclude: ['**/node_modules/**'] };

/** One broker for all files of a run, started when the first of them asks. */
const brokers = { globalSetup: ['packages/testkit/src/global-setup.ts'] };

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'unit', maxWorkers: 2, include: ['**/*.test.ts'], exclude: [...shared.exclude, '**/*.int.test.ts', '**/*.e2e.test.ts'] } },
      // The engine binds one data folder per process, so every file gets a process of its own. Two at a time, also on two cores: much of a test is waiting for the log, the disk, or time.
      { test: { ...shared, ...brokers, name: 'int', include: ['**/*.int.test.ts'], pool: 'forks', isolate: true, maxWorkers: 2, testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { ...shared, ...brokers, name: 'e2e', include: ['**/*.e2e.test.ts'], pool: 'forks', isolate: true, fileParallelism: false, testTimeout: 240_000, hookTimeout: 120_000 } },
    ],
  },
});
