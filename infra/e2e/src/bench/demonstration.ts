import { join } from 'node:path';
import { figure } from '../harness/figures.ts';
import type { Figure } from '../harness/figures.ts';
import { startHost } from '../harness/host.ts';
import { privateMemory, residentMemory } from '../harness/memory.ts';
import { eventually, sleep, tempFolder } from '../harness/temp.ts';
import { cpuSeconds, readMetrics } from '../load-run/host-metrics.ts';

/** A first start with the demonstration: serving, loaded, and the memory it idles with. @throws when this build has none. */
export async function* demonstration(): AsyncGenerator<Figure> {
  const folder = tempFolder('demonstration');
  try {
    const began = performance.now();
    const host = await startHost(join(folder.path, 'data'), { DA06_DEMO: '1' });
    const state = async (): Promise<string> => ((await (await fetch(`${host.url}/readyz`)).json()) as { demonstration: string }).demonstration;
    try {
      if ((await state()) === 'off') throw new Error('a host started with DA06_DEMO=1 says demonstration: off');
      yield figure('serving, s', host.startedInMs / 1000, '<= 5', host.startedInMs <= 5_000);
      await eventually('demonstration: loaded', 180_000, async () => ((await state()) === 'loaded' ? true : undefined));
      const loaded = (performance.now() - began) / 1000;
      yield figure('demonstration loaded, s', loaded, '<= 30', loaded <= 30);
      yield figure('CPU of the host until then, s', cpuSeconds(await readMetrics(host.url)), '', undefined);
      await sleep(60_000);
      const idle = residentMemory(host.pid);
      yield figure('memory idle a minute later, MiB', Math.round(idle), '<= 700', idle <= 700);
      yield figure('of it not mapped from files, MiB', Math.round(privateMemory(host.pid)), '', undefined);
    } finally {
      await host.stop();
    }
  } finally {
    folder.remove();
  }
}
