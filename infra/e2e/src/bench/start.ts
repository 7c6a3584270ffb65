import { join } from 'node:path';
import { figure } from '../harness/figures.ts';
import type { Figure } from '../harness/figures.ts';
import { startHost } from '../harness/host.ts';
import { residentMemory } from '../harness/memory.ts';
import { sleep, tempFolder } from '../harness/temp.ts';

/** From the start of the process to readiness, on an empty folder and on the same folder again; and memory when idle. */
export async function* start(): AsyncGenerator<Figure> {
  const folder = tempFolder('start');
  try {
    const first = await startHost(join(folder.path, 'data'));
    yield figure('start on an empty folder, s', first.startedInMs / 1000, '<= 5', first.startedInMs <= 5_000);
    await sleep(3_000);
    const idle = residentMemory(first.pid);
    yield figure('memory idle, empty, MiB', Math.round(idle), '<= 700', idle <= 700);
    await first.stop();
    const second = await startHost(join(folder.path, 'data'));
    yield figure('start again, s', second.startedInMs / 1000, '<= 5', second.startedInMs <= 5_000);
    await second.stop();
  } finally {
    folder.remove();
  }
}
