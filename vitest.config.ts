import { defineConfig } from 'vitest/config';

/** One project per cost of a test: its file name's ending says which (see README, "Tests"). */
const shared = { environment: 'node', exclude: ['**/node_modules/**'] };

/** How long a test waits for something that comes. It finds what hangs, and judges no speed: a machine may be busy with other work. */
const patience = { testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 60_000 } } };

/** One broker for all files of a run, started when the first of them asks. */
const brokers = { globalSetup: ['packages/testkit/src/global-setup.ts'] };

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, ...patience, name: 'unit', maxWorkers: 2, include: ['**/*.test.ts'], exclude: [...shared.exclude, '**/*.int.test.ts', '**/*.e2e.test.ts'] } },
      // The engine binds one data folder per process, so every file gets a process of its own. Two at a time, also on two cores: much of a test is waiting for the log, the disk, or time.
      { test: { ...shared, ...patience, ...brokers, name: 'int', include: ['**/*.int.test.ts'], pool: 'forks', isolate: true, maxWorkers: 2 } },
      { test: { ...shared, ...patience, ...brokers, name: 'e2e', include: ['**/*.e2e.test.ts'], pool: 'forks', isolate: true, fileParallelism: false, testTimeout: 480_000 } },
    ],
  },
});
