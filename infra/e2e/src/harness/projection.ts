import { parseEvent } from '@da06/events';
import type { Metrics } from '@da06/service-kit';
import { createRowEncoder, type Warehouse } from '@da06/warehouse';

/** Empties every table that holds rows. */
export const emptyTables = async (warehouse: Pick<Warehouse, 'query'>): Promise<void> => {
  const tables = await warehouse.query<{ name: string }>("SELECT name FROM system.tables WHERE database = 'da06' AND name LIKE 'raw\\_%' AND engine LIKE '%MergeTree'");
  for (const { name } of tables) await warehouse.query(`TRUNCATE TABLE da06.${name}`);
};

/** What a projection spent in each stage, in microseconds an event. */
export const stageMicros = async (metrics: Metrics, events: number): Promise<(readonly [stage: string, micros: number])[]> =>
  [...(await metrics.metrics()).matchAll(/^projector_stage_seconds_sum\{stage="([^"]+)"\} (\S+)$/gm)].map(([, stage = '', seconds = '0']) => [stage, (Number(seconds) * 1e6) / events] as const);

/** The rows that the tables take of a log's records. */
export const rowsOfLog = (values: readonly Uint8Array[]): Uint8Array[] => {
  const encoder = createRowEncoder();
  return values.flatMap((value) => {
    const quick = encoder.quick(value);
    if (quick !== undefined) return [quick.row];
    const parsed = parseEvent(value);
    const made = parsed.ok ? encoder.of(parsed.event) : undefined;
    return made === undefined ? [] : [made.row];
  });
};

/** Runs work and tells what the processor spent on it, in microseconds an event: on a busy machine the steadier figure. */
export const cpuMicros = async <T>(events: number, work: () => Promise<T>): Promise<readonly [result: T, micros: number]> => {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / events];
};
