import { configOf, testLogger } from './folder.fixture.ts';
import { numbers } from './guests.fixture.ts';
import { eraseInFolder } from './open-eraser.ts';

/** A process of its own that erases and kills itself at the n-th step; the steps it has reached are on stdout. */
const [data = '', backup = '', killAt = '0'] = process.argv.slice(2);
let steps = 0;

await eraseInFolder(
  configOf(data),
  { erasure: { what: 'person', kind: 'cccd', number: numbers.mai, state: 'VNM', reason: 'subject-request', note: 'theo đơn' }, dryRun: false, backups: [backup], newMasterKeyFile: null },
  {
    logger: testLogger,
    unit: 4,
    step: (name) => {
      steps += 1;
      process.stdout.write(`${name}\n`);
      if (steps === Number(killAt)) process.kill(process.pid, 'SIGKILL');
    },
  },
);
