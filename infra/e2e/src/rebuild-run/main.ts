// `main.ts EVENTS`: a log of so many made-up stays, projected, then rebuilt beside the live tables; a process of its own. Prints JSON.
import { localOperations, openFolder, readConfig, waitForProjection } from '@da06/host';
import { createLogger } from '@da06/service-kit';
import { eventBuilders, recordOf } from '@da06/testkit';
import { privateMemory, residentMemory } from '../harness/memory.ts';
import { tempFolder } from '../harness/temp.ts';

const events = Number(process.argv[2] ?? '1000000');
const folder = tempFolder('rebuild-bench');
const opened = await openFolder(readConfig({ DA06_DATA: folder.path }, '/'), { logger: createLogger({ name: 'bench', level: 'error' }) });
const build = eventBuilders({ seed: 11 });
await opened.log.commitUnit({ append: [recordOf(build.facilityRegistered())] });
for (let n = 1; n < events; ) {
  const append = Array.from({ length: Math.min(5_000, events - n) }, () => recordOf(build.checkedIn()));
  n += append.length;
  await opened.log.commitUnit({ append });
}
const began = performance.now();
await waitForProjection(() => opened.projector.lag(), 600_000);
const caughtUpIn = (performance.now() - began) / 1000;
const before = privateMemory(process.pid);
let peak = before;
let resident = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, privateMemory(process.pid));
  resident = Math.max(resident, residentMemory(process.pid));
}, 50);
const outcome = await localOperations(opened).rebuild(() => {});
clearInterval(watch);
await opened.close();
folder.remove();
process.stdout.write(`${JSON.stringify({ events: outcome.events, seconds: outcome.seconds, equal: outcome.equal, before, peak, resident, caughtUpIn })}\n`, () => process.exit(0));
