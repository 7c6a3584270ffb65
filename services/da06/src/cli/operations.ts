import { openFolder } from '../host/open-folder.ts';
import type { OpenFolder } from '../host/open-folder.ts';
import { openCluster } from '../operations/cluster.ts';
import { localOperations, waitForProjection } from '../operations/local.ts';
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
    return await work(upToDate(folder), 'folder');
  } finally {
    await folder.close();
  }
};

const projectionWaitMs = 60_000;

/** Whoever asks the tables of a folder that nobody serves means all that its log holds: what was taken in last may not be in them yet. */
const upToDate = (folder: OpenFolder): Operations => {
  const operations = localOperations(folder);
  const { lag } = folder.projector;
  const afterProjection = async <T>(read: () => Promise<T>): Promise<T> => {
    await waitForProjection(lag, projectionWaitMs);
    const events = await lag();
    if (events > 0) folder.logger.warn({ events }, 'the tables do not show all of the log yet');
    return await read();
  };
  return { ...operations, sql: (sql, format) => afterProjection(() => operations.sql(sql, format)), listDeadLetters: () => afterProjection(operations.listDeadLetters) };
};
