import { rowsOf, type Connection, type Settings } from './connection.ts';
import { engineCode, insertError } from './engine-error.ts';
import { daysOfAll, figureSteps, figureWorkTables, fillDays } from './figures.ts';
import { daysWritten, recomputeSteps, takeGeneration, workTables, type Step } from './nights.ts';
import { spellSteps, spellWorkTables } from './population/spells.ts';
import { revisionSteps, revisionWorkTables } from './revisions.ts';
import type { Touched, TouchedDays, TouchedRecord } from './warehouse.ts';

export type TablesOptions = {
  /** For events. */
  readonly inbox: Connection;
  /** For the recomputes of nights, of figures and of spells: their work tables are temporary tables of this connection. */
  readonly nights: Connection;
};

/**
 * Rows of one key are left for the background to merge: merging them at once costs a quarter of the insert, and FINAL reads them right.
 * The views write side by side. An insert is done when it is on the disk, not when a server has queued it.
 */
const writing: Settings = { optimize_on_insert: 0, parallel_view_processing: 1, async_insert: 0 };

/** The engine's number of a table that is not there: a session that was lost has lost its temporary tables. */
const unknownTable = 60;

/** Writes one set of tables: the live ones, or those of a rebuild. */
export const createTables = ({ inbox, nights }: TablesOptions) => {
  let turn: Promise<unknown> = Promise.resolve();
  /** Work tables that this connection was seen to have. */
  const made = new Set<readonly string[]>();

  /** Numbers this recompute before it reads anything: `takeGeneration` says why. */
  const nextGeneration = async (): Promise<string> => {
    await nights.run(takeGeneration.claim);
    return rowsOf<{ generation: string }>(await nights.run(takeGeneration.read))[0]?.generation ?? '0';
  };

  /** Making a table costs the engine ten times as much as emptying it, even where it is there. */
  const emptied = async (tables: readonly string[]): Promise<void> => {
    const emptying = tables.filter((statement) => statement.startsWith('TRUNCATE'));
    if (made.has(tables)) {
      try {
        for (const statement of emptying) await nights.run(statement);
        return;
      } catch (cause) {
        if (engineCode(cause) !== unknownTable) throw cause;
      }
    }
    for (const statement of tables) await nights.run(statement);
    made.add(tables);
  };

  /** A recompute that failed, or whose connection lost its temporary tables, is done again from its beginning by the caller. */
  const recompute = async ({ tables, steps, told }: Recompute, fill: () => Promise<unknown>): Promise<readonly TouchedDays[]> => {
    try {
      await emptied(tables);
      const generation = await nextGeneration();
      await fill();
      for (const { sql, ifAny } of steps(generation)) if (ifAny === undefined || (await holds(ifAny))) await nights.run(sql);
      return told === undefined ? [] : rowsOf<TouchedDays>(await nights.run(told));
    } catch (cause) {
      throw insertError(cause);
    }
  };
  const holds = async (from: string): Promise<boolean> => rowsOf(await nights.run(`SELECT 1 FROM ${from} LIMIT 1`)).length > 0;
  const rowsIn = async (table: string): Promise<number> => Number(rowsOf<{ n: string }>(await nights.run(`SELECT toString(count()) AS n FROM ${table}`))[0]?.n ?? 0);
  /** The work tables serve one recompute at a time. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
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
    recomputeNights: async (touched: readonly Touched[]): Promise<readonly TouchedDays[]> => {
      if (touched.length === 0) return [];
      return await inTurn(() => recompute(ofNights, () => nights.insert('work_touched', linesOf(touched.map(({ facility, ref, person }) => ({ facility, ref, person }))), { format: 'JSONEachRow' })));
    },
    recomputeFigures: async (touched: readonly TouchedDays[]): Promise<void> => {
      if (touched.length === 0) return;
      await inTurn(() => recompute(ofFigures, () => nights.insert('work_days', linesOf(touched.map(({ facility, days }) => ({ facility, days }))), { format: 'JSONEachRow' })));
    },
    recomputeSpells: async (touched: readonly TouchedRecord[]): Promise<void> => {
      if (touched.length === 0) return;
      await inTurn(async () => {
        // Papers are linked by stays as well: without records there is nobody to look for.
        if (touched.some(({ ref }) => ref !== '') || (await holds('raw_person_records_v1'))) {
          await recompute(ofSpells, () => nights.insert('work_records', linesOf(touched.map(({ register, ref, person }) => ({ register, ref, person }))), { format: 'JSONEachRow' }));
        }
      });
    },
    /**
     * A facility's stays have no neighbours elsewhere, so that facilities can be taken in shares: each fits into memory. Figures lie by days, and so do
     * their shares.
     */
    computeAllNights: async (): Promise<void> => {
      const shares = sharesOf(await rowsIn('raw_stays_v2'), staysAShare);
      for (let share = 0; share < shares; share += 1) {
        await inTurn(() => recompute(ofNights, () => nights.run(`INSERT INTO work_touched SELECT DISTINCT facility_id, ref, '' FROM raw_stays_v2 WHERE cityHash64(facility_id) % ${shares} = ${share}`)));
      }
      for (const [from, to] of daySpans(rowsOf<{ day: number; rows: number }>(await nights.run(daysOfAll)))) await inTurn(() => recompute(ofFigures, () => nights.run(fillDays(from, to))));
    },
    /** Whole persons, those linked with them too: one who is linked with a person of another share is computed in both, to the same end. */
    computeAllSpells: async (): Promise<void> => {
      const shares = sharesOf(await rowsIn('raw_person_records_v1'), recordsAShare);
      for (let share = 0; share < shares; share += 1) {
        await inTurn(() => recompute(ofSpells, () => nights.run(`INSERT INTO work_records SELECT DISTINCT '', '', person_key FROM raw_person_records_v1 WHERE cityHash64(person_key) % ${shares} = ${share}`)));
      }
    },
  };
};

/** `told`: a statement that says which days were written. */
type Recompute = { readonly tables: readonly string[]; readonly steps: (generation: string) => readonly Step[]; readonly told?: string };
const ofNights: Recompute = { tables: [...workTables, ...revisionWorkTables], steps: (generation) => [...recomputeSteps(generation), ...revisionSteps(generation)], told: daysWritten };
const ofFigures: Recompute = { tables: figureWorkTables, steps: figureSteps };
const ofSpells: Recompute = { tables: spellWorkTables, steps: spellSteps };

const linesOf = (rows: readonly object[]): Uint8Array => Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'));
const sharesOf = (count: number, aShare: number): number => Math.max(1, Math.ceil(count / aShare));

/** Days in their order, cut where `rowsASpan` rows are reached. */
const daySpans = (days: readonly { readonly day: number; readonly rows: number }[]): [from: number, to: number][] => {
  const spans: [from: number, to: number][] = [];
  let room = 0;
  for (const { day, rows } of days) {
    const open = spans.at(-1);
    if (open === undefined || rows > room) {
      spans.push([day, day]);
      room = rowsASpan;
    } else open[1] = day;
    room -= rows;
  }
  return spans;
};

const rowsASpan = 500_000;

/** About a hundred MB of work tables. */
const staysAShare = 125_000;
const recordsAShare = 125_000;
