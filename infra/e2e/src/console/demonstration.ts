import { startHost, type RunningHost } from '../harness/host.ts';
import { eventually } from '../harness/temp.ts';

/** A host with all of the demonstration in its tables. */
export const startDemonstration = async (data: string): Promise<RunningHost> => {
  const host = await startHost(data, { DA06_DEMO: '1' });
  try {
    await eventually('demonstration: loaded', 300_000, async () => (((await (await fetch(`${host.url}/readyz`)).json()) as { demonstration: string }).demonstration === 'loaded' ? true : undefined));
    return host;
  } catch (error) {
    await host.stop();
    throw error;
  }
};
