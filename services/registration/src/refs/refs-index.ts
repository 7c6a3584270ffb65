import { open, type Database, type RootDatabase } from 'lmdb';
import { decodeRef, encodeRef, type StoredRef } from './ref-codec.ts';
import type { RefState } from './ref-state.ts';

/** Places that are kept within a state; more of them are moved to a chunk of their own. */
const offsetsInState = 64;

/** What one unit changes in the index. */
export type RefChanges = {
  readonly refs: ReadonlyMap<string, RefState>;
  /** `facility\ndocumentKey` → references, oldest first. */
  readonly documents: ReadonlyMap<string, readonly string[]>;
  /** `facility\nday` → references that arrive there. */
  readonly days: ReadonlyMap<string, readonly string[]>;
  /** `cmndKey cccdKey`. */
  readonly links: ReadonlySet<string>;
};

/**
 * The reference index: what is derived from the log to tell repeats from amendments. It is thrown away and read again from the log
 * whenever it is missing; `positions` says how far it has come, in the same transaction as what it knows.
 */
export type RefsIndex = {
  readonly ref: (key: string) => RefState | undefined;
  readonly document: (key: string) => readonly string[];
  readonly hasLink: (link: string) => boolean;
  /** References that once arrived at a facility on a day, some of which may have moved since. */
  readonly arrivals: (facility: string, day: string) => string[];
  /** Places of a stay's events that its state no longer holds. */
  readonly olderOffsets: (key: string, state: RefState) => number[];
  readonly positions: () => readonly number[];
  readonly write: (changes: RefChanges, positions: readonly number[]) => Promise<void>;
  readonly size: () => number;
  readonly close: () => Promise<void>;
};

export const createRefsIndex = (path: string): RefsIndex => {
  const root: RootDatabase = open({ path, noSubdir: false, maxDbs: 8, compression: false });
  const refs: Database<StoredRef, string> = root.openDB({ name: 'refs' });
  const documents: Database<readonly string[], string> = root.openDB({ name: 'documents' });
  // Under the day and the place in the log where a unit ended: one entry a unit. What was written before that has the reference in its key, and 1 as its value.
  const days: Database<readonly string[] | 1, string> = root.openDB({ name: 'days' });
  const links: Database<1, string> = root.openDB({ name: 'links' });
  const chunks: Database<readonly number[], string> = root.openDB({ name: 'chunks' });
  const meta: Database<readonly number[], string> = root.openDB({ name: 'meta' });

  const putRef = (key: string, state: RefState): void => {
    if (state.offsets.length <= offsetsInState) {
      void refs.put(key, encodeRef(state));
      return;
    }
    void chunks.put(`${key}\n${state.older}`, state.offsets);
    void refs.put(key, encodeRef({ ...state, offsets: [], older: state.older + 1 }));
  };

  return {
    ref: (key) => {
      const stored = refs.get(key);
      return stored === undefined ? undefined : decodeRef(stored);
    },
    document: (key) => documents.get(key) ?? [],
    hasLink: (link) => links.doesExist(link),
    arrivals: (facility, day) => {
      const start = `${facility}\n${day}\n`;
      return [...new Set([...days.getRange({ start, end: `${start}\u007f` })].flatMap(({ key, value }) => (value === 1 ? [key.slice(start.length)] : value)))];
    },
    olderOffsets: (key, state) => Array.from({ length: state.older }, (_, chunk) => chunks.get(`${key}\n${chunk}`) ?? []).flat(),
    positions: () => meta.get('positions') ?? [],
    write: async (changes, positions) => {
      await refs.batch(() => {
        for (const [key, state] of changes.refs) putRef(key, state);
        for (const [key, list] of changes.documents) void documents.put(key, list);
        for (const [key, list] of changes.days) void days.put(`${key}\n${positions.join(',')}`, list);
        for (const key of changes.links) void links.put(key, 1);
        void meta.put('positions', positions);
      });
    },
    size: () => (refs.getStats() as { entryCount?: number }).entryCount ?? 0,
    close: async () => {
      // Closing while the last transaction is on its way to the disk would pull the map from under it.
      await root.flushed;
      await root.close();
    },
  };
};
