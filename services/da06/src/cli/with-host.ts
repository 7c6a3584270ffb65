import { createHost } from '../host/create-host.ts';
import type { CliContext } from './context.ts';
import { findTarget } from './target.ts';

/** Works while a host runs on the data folder: the one that is there, or one that is started for the time of the work. @throws CliFailure 3. */
export const withHost = async <T>(context: CliContext, purpose: string, work: () => Promise<T>): Promise<T> => {
  const running = await findTarget(context.config);
  if (running !== undefined) return await work();
  const host = await createHost({ ...context.config, port: 0, clickhousePort: 0 }, { logger: context.logger });
  context.err.write(`No host runs on the data folder: starting one for ${purpose}.\n`);
  await host.start();
  try {
    return await work();
  } finally {
    await host.stop();
  }
};
