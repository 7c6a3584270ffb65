import { rowsOf, type Connection, type Settings } from './connection.ts';
import { insertError } from './engine-error.ts';
import { recomputeSteps, takeGeneration, workTables } from './nights.ts';
import type { Touched } from './warehouse.ts';

export type TablesOptions = {
  /** For events. */
  readonly inbox: Connection;
  /** For the recompute of nights: its work tables are temporary tables of this connection. */
  readonly nights: Connection;
};

/**
 * Rows of one key are left for the background to merge: merging them at once costs a quarter of the insert, and FINAL reads them right.
 * The views write side by side. An insert is done when it is on the disk, not when a server has queued it.
 */
const writing: Settings = { optimize_on_insert: 0, parallel_view_processing: 1, async_insert: 0 };

/** Writes one set of tables: the live ones, or those of a rebuild. */
export const createTables = ({ inbox, nights }: TablesOptions) => {
  let turn: Promise<unknown> = Promise.resolve();

  /** Numbers this recompute before it reads anything: `takeGeneration` says why. */
  const nextGeneration = async (): Promise<string> => {
    await nights.run(takeGeneration.claim);
    return rowsOf<{ generation: string }>(await nights.run(takeGeneration.read))[0]?.generation ?? '0';
  };

  /** A recompute that failed, or whose connection lost its temporary tables, is done again from its beginning by the caller. */
  const recompute = async (fill: () => Promise<unknown>): Promise<void> => {
    try {
      for (const statement of workTables) await nights.run(statement);
      const generation = await nextGeneration();
      await fill();
      for (const { sql, ifAny } of recomputeSteps(generation)) {
        if (ifAny === undefined || rowsOf(await nights.run(`SELECT 1 FROM ${ifAny} LIMIT 1`)).length > 0) await nights.run(sql);
      }
    } catch (cause) {
      throw insertError(cause);
    }
  };
  /** The work tables serve one recompute at a time. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  return {
    insertEvents: async (rows: readonly Uint8Array[]): Promise<void> => {
      if (rows.length === 0) return;
      try {
        await inbox.insert('raw_inbox_v2', Buffer.concat(rows), { format: 'RowBinary', settings: writing });
      } catch (cause) {
        throw insertError(cause);
      }
    },
    recomputeNights: async (touched: readonly Touched[]): Promise<void> => {
      if (touched.length === 0) return;
      const lines = Buffer.from(touched.map(({ facility, ref, person }) => JSON.stringify({ facility, ref, person })).join('\n'));
      await inTurn(() => recompute(() => nights.insert('work_touched', lines, { format: 'JSONEachRow' })));
    },
    /** A facility's stays have no neighbours elsewhere, so that facilities can be taken in shares: each fits into memory. */
    computeAllNights: async (): Promise<void> => {
      const [row] = rowsOf<{ stays: string }>(await nights.run('SELECT toString(count()) AS stays FROM raw_stays_v2'));
      const shares = Math.max(1, Math.ceil(Number(row?.stays ?? 0) / staysAShare));
      for (let share = 0; share < shares; share += 1) {
        await inTurn(() => recompute(() => nights.run(`INSERT INTO work_touched SELECT DISTINCT facility_id, ref, '' FROM raw_stays_v2 WHERE cityHash64(facility_id) % ${shares} = ${share}`)));
      }
    },
  };
};

/** About a hundred MB of work tables. */
const staysAShare = 125_000;
