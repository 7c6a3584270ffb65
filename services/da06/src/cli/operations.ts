import { openFolder } from '../host/open-folder.ts';
import { openCluster } from '../operations/cluster.ts';
import { localOperations } from '../operations/local.ts';
import type { Operations } from '../operations/operations.ts';
import { remoteOperations } from '../operations/remote.ts';
import type { CliContext } from './context.ts';
import { findTarget } from './target.ts';

/**
 * Works through the folder's host; without one, opens the folder for the time of the work. On Kafka with a ClickHouse server, which any
 * process may open, it works on these itself.
 */
export const withOperations = async <T>(context: CliContext, work: (operations: Operations, how: 'host' | 'folder' | 'cluster') => Promise<T>): Promise<T> => {
  if (context.config.kafka !== undefined && context.config.clickhouse !== undefined) {
    const cluster = await openCluster(context.config, context.logger);
    try {
      return await work(cluster.operations, 'cluster');
    } finally {
      await cluster.close();
    }
  }
  const target = await findTarget(context.config);
  if (target !== undefined) return await work(remoteOperations(target), 'host');
  const folder = await openFolder(context.config, { logger: context.logger });
  try {
    return await work(localOperations(folder), 'folder');
  } finally {
    await folder.close();
  }
};
