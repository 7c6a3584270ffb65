import { join } from 'node:path';
import { startHost } from '../harness/host.ts';
import { facility } from '../harness/stays.ts';
import { takeIn } from './take-in.ts';

/** Takes so many stays in and stops: a data folder whose log can be projected. */
export const logOfStays = async (folder: string, stays: number): Promise<string> => {
  const data = join(folder, 'data');
  const host = await startHost(data);
  try {
    await host.call('POST', '/v1/facilities', facility);
    for await (const _ of takeIn(host, stays)) continue;
  } finally {
    await host.stop();
  }
  return data;
};
