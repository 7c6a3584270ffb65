import { openFolder } from '../host/open-folder.ts';
import { localOperations } from '../operations/local.ts';
import type { Operations } from '../operations/operations.ts';
import { remoteOperations } from '../operations/remote.ts';
import type { CliContext } from './context.ts';
import { findTarget } from './target.ts';

/** Works through the folder's host; without one, opens the folder for the time of the work. */
export const withOperations = async <T>(context: CliContext, work: (operations: Operations, how: 'host' | 'folder') => Promise<T>): Promise<T> => {
  const target = await findTarget(context.config);
  if (target !== undefined) return await work(remoteOperations(target), 'host');
  const folder = await openFolder(context.config, { logger: context.logger });
  try {
    return await work(localOperations(folder), 'folder');
  } finally {
    await folder.close();
  }
};
