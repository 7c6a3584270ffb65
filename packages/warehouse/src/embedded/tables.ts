import { insertError } from '../engine-error.ts';
import { recomputeStatements } from '../nights.ts';
import type { Touched } from '../warehouse.ts';

export type TablesOptions = {
  /** Runs a statement on a connection whose current database is `database`. */
  readonly run: (sql: string) => Promise<Uint8Array>;
  readonly withFile: (bytes: Uint8Array, work: (file: string) => Promise<unknown>) => Promise<void>;
  readonly database: string;
};

const reading = "SETTINGS date_time_input_format = 'best_effort', input_format_skip_unknown_fields = 1, input_format_json_ignore_unknown_keys_in_named_tuple = 1, input_format_json_defaults_for_missing_elements_in_named_tuple = 1, input_format_null_as_default = 1";

/** Rows of one key are left for the background to merge: merging them at once costs a quarter of the insert, and FINAL reads them right. The views write side by side. */
const writing = 'optimize_on_insert = 0, parallel_view_processing = 1';

/** Writes one set of tables: the live ones, or those of a rebuild. */
export const createTables = ({ run, withFile, database }: TablesOptions) => {
  let structure: string | undefined;
  let generation: bigint | undefined;

  const inboxStructure = async (): Promise<string> => {
    if (structure === undefined) {
      const text = new TextDecoder().decode(await run(`SELECT name, type FROM system.columns WHERE database = '${database}' AND table = 'raw_inbox_v1' ORDER BY position`));
      const columns = text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as { name: string; type: string });
      structure = columns.map(({ name, type }) => `${name} ${type}`).join(', ').replaceAll("'", "\\'");
    }
    return structure;
  };

  /** Numbers of recomputes go on from the highest that was written, so that a clock set back cannot bring old rows up. */
  const nextGeneration = async (): Promise<bigint> => {
    if (generation === undefined) {
      const text = new TextDecoder().decode(await run('SELECT toString(max(generation)) AS highest FROM raw_stay_nights_v1'));
      generation = BigInt((JSON.parse(text) as { highest: string }).highest);
    }
    generation += 1n;
    return generation;
  };

  const recompute = async (fill: () => Promise<unknown>): Promise<void> => {
    try {
      await run('TRUNCATE TABLE work_touched_v1');
      await fill();
      for (const statement of recomputeStatements(await nextGeneration())) await run(statement);
    } catch (cause) {
      throw insertError(cause);
    }
  };

  return {
    insertEvents: async (lines: Uint8Array): Promise<void> => {
      const columns = await inboxStructure();
      try {
        await withFile(lines, (file) => run(`INSERT INTO raw_inbox_v1 SELECT * FROM file('${file}', 'JSONEachRow', '${columns}') ${reading}, ${writing}`));
      } catch (cause) {
        throw insertError(cause);
      }
    },
    recomputeNights: async (touched: readonly Touched[]): Promise<void> => {
      if (touched.length === 0) return;
      const lines = Buffer.from(touched.map((one) => JSON.stringify(one)).join('\n'));
      await recompute(() => withFile(lines, (file) => run(`INSERT INTO work_touched_v1 SELECT facility, ref, person FROM file('${file}', 'JSONEachRow', 'facility String, ref String, person String')`)));
    },
    /** A facility's stays have no neighbours elsewhere, so that facilities can be taken in shares: each fits into memory. */
    computeAllNights: async (): Promise<void> => {
      for (let share = 0; share < shares; share += 1) {
        await recompute(() => run(`INSERT INTO work_touched_v1 SELECT DISTINCT facility_id, ref, '' FROM raw_stays_v1 WHERE cityHash64(facility_id) % ${shares} = ${share}`));
      }
    },
  };
};

const shares = 8;
