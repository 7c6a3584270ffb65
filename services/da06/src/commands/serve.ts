import { AppError } from '@da06/errors';
import { installShutdown } from '@da06/service-kit';
import type { CliContext } from '../cli/context.ts';
import { printJson } from '../cli/context.ts';
import type { ExitCode } from '../cli/exit.ts';
import { createConsoleService } from '../serve/console-service.ts';
import { createProgrammeService } from '../serve/programme-service.ts';
import { createProjectorService } from '../serve/projector-service.ts';
import { createRegistrationService } from '../serve/registration-service.ts';
import { createSignalsService } from '../serve/signals-service.ts';
import type { CreateService } from '../serve/service.ts';

const services: Readonly<Record<string, CreateService>> = { registration: createRegistrationService, projector: createProjectorService, programme: createProgrammeService, signals: createSignalsService, console: createConsoleService };

/** The services of the design; those that this version does not have yet are refused by name. */
export const serviceNames = ['registration', 'projector', 'programme', 'signals', 'console'] as const;

/** Serves one service in this process until it is asked to stop. Undefined = the process goes on; shutdown ends it. */
export const serveCommand = async (context: CliContext, name: string): Promise<ExitCode | undefined> => {
  const create = services[name];
  if (create === undefined) throw new AppError('data.service-unknown', { detail: name });
  const logger = context.logger.child({ service: name });
  let fatal: (error: unknown) => void = () => {};
  const service = create(context.config, { logger, onFatal: (error) => fatal(error) });
  ({ fatal } = installShutdown(() => service.stop(), { logger, process }));
  try {
    const { url } = await service.start();
    logger.info({ url }, 'ready');
    printJson(context, { service: name, pid: process.pid, url });
    return undefined;
  } catch (error) {
    await service.stop();
    throw error;
  }
};
