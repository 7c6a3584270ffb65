import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** One project per cost of a test: its file name's ending says which (see README, "Tests"). */
const shared = { environment: 'node', exclude: ['**/node_modules/**'] };

/** Its modules for a bundler name parts of CommonJS packages, which Node cannot take: tests read the build that was made for Node. */
const alias = { '@grafana/data': createRequire(import.meta.url).resolve('@grafana/data') };

/** How long a test waits for something that comes. It finds what hangs, and judges no speed: a machine may be busy with other work. */
const patience = { testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 60_000 } } };

/** One broker for all files of a run, started when the first of them asks. */
const brokers = { globalSetup: ['packages/testkit/src/global-setup.ts'] };

/** What takes longest, a minute or so of the processor each: begun last, it would be waited for while the other core idles. */
const longest = ['src/kafka.e2e', 'src/faults.e2e', 'truth/views.int', 'src/warehouse.int', 'proof/order.int'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const weight = ({ moduleId }: TestSpecification): number => longest.findIndex((name) => moduleId.includes(name));
    return (await super.sort(files)).sort((a, b) => weight(b) - weight(a));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      // Files share their modules: what is pure leaves nothing behind, and to load them anew for each takes as long as the tests.
      { resolve: { alias }, test: { ...shared, ...patience, name: 'unit', isolate: false, maxWorkers: 2, include: ['**/*.test.ts'], exclude: [...shared.exclude, '**/*.int.test.ts', '**/*.e2e.test.ts'] } },
      // The engine binds one data folder per process, so every file gets a process of its own. Two at a time, also on two cores: much of a test is waiting for the log, the disk, or time.
      { test: { ...shared, ...patience, ...brokers, name: 'int', include: ['**/*.int.test.ts'], pool: 'forks', isolate: true, maxWorkers: 2 } },
      { test: { ...shared, ...patience, ...brokers, name: 'e2e', include: ['**/*.e2e.test.ts'], pool: 'forks', isolate: true, maxWorkers: 2, testTimeout: 480_000 } },
    ],
  },
});
