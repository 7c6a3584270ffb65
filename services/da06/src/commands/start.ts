import { installShutdown } from '@da06/service-kit';
import { createHost } from '../host/create-host.ts';
import { banner } from '../host/banner.ts';
import { defaultPlan } from '../demonstration/demonstration.ts';
import { createTeller } from '../demonstration/said.ts';
import type { CliContext } from '../cli/context.ts';
import type { ExitCode } from '../cli/exit.ts';

/** Serves until it is asked to stop. Undefined = the process goes on; shutdown ends it. */
export const startCommand = async (context: CliContext): Promise<ExitCode | undefined> => {
  const { config, logger } = context;
  let fatal: (error: unknown) => void = () => {};
  const tell = createTeller({ progress: (line) => context.err.write(line), result: (text) => context.out.write(text), counts: () => host.simulated() });
  const host = await createHost(config, { logger, onFatal: (error) => fatal(error), ...(config.demonstration && { demonstration: { plan: defaultPlan, tell } }) });
  ({ fatal } = installShutdown(() => host.stop(), { logger, process }));
  const addresses = await host.start();
  context.out.write(banner({ ...addresses, data: config.data, loading: addresses.demonstration === 'loading' }));
  return undefined;
};
