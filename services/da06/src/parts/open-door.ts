import { AppError } from '@da06/errors';
import { listen } from '@da06/service-kit';
import type { Listener } from '@da06/service-kit';

/** Listens where the configuration says. @throws AppError `config.invalid` when the address cannot be had. */
export const openDoor = async ({ hostname, port }: { readonly hostname: string; readonly port: number }, fetch: (request: Request) => Response | Promise<Response>): Promise<Listener> => {
  try {
    return await listen({ fetch, hostname, port });
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw new AppError('config.invalid', { detail: `${hostname}:${port} cannot be listened on (${code}); set another PORT, or 0 for any free one.`, cause });
  }
};
