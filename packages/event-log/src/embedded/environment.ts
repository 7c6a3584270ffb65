import { AppError } from '@da06/errors';
import { open, type Database, type RootDatabase } from 'lmdb';
import { closeSync, fsyncSync, mkdirSync, openSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The maps of the log's LMDB environment. */
export type Environment = {
  readonly root: RootDatabase;
  /** Segments of records, by `segmentKey`. */
  readonly segments: Database<Buffer, Buffer>;
  /** Live values of compacted topics, by topic, newline, key. */
  readonly compacted: Database<Buffer, string>;
  /** Next offsets of groups, by group, topic, partition, divided by newlines. */
  readonly groups: Database<string, string>;
  /** Number and partitions of each topic, divided by a space. */
  readonly topics: Database<string, string>;
  readonly close: () => Promise<void>;
};

const maps = 6;
/** LMDB shares one environment among all who open a folder in a process, but each log counts its own offsets: only one may. */
const openHere = new Set<string>();

/**
 * Opens the folder. `overlappingSync` is off: a transaction is on the disk before anybody reads it or its promise resolves.
 * `eventTurnBatching` is off: batches are made here, and its own leave a rejection unhandled when the disk is full.
 * @throws AppError `data.in-use` when this process has it open already.
 */
export const openEnvironment = (path: string, readOnly: boolean): Environment => {
  if (!readOnly) mkdirSync(path, { recursive: true, mode: 0o700 });
  const folder = realpathSync(path);
  if (openHere.has(folder)) throw new AppError('data.in-use', { detail: `The log ${path} is open in this process already.`, context: { path } });
  const binary = { encoding: 'binary', keyEncoding: 'binary', compression: false } as const;
  const root: RootDatabase = open({ path: folder, noSubdir: false, maxDbs: maps, overlappingSync: false, eventTurnBatching: false, readOnly, ...binary });
  const environment = {
    root,
    segments: root.openDB<Buffer, Buffer>({ name: 'segments', ...binary }),
    compacted: root.openDB<Buffer, string>({ name: 'compacted', encoding: 'binary', compression: false }),
    groups: root.openDB<string, string>({ name: 'groups', encoding: 'string', compression: false }),
    topics: root.openDB<string, string>({ name: 'topics', encoding: 'string', compression: false }),
    close: async () => {
      await root.close();
      openHere.delete(folder);
    },
  };
  openHere.add(folder);
  if (!readOnly) {
    // The file's content is synced by LMDB, its name in the folder is not.
    for (const synced of [folder, dirname(folder)]) syncToDisk(synced);
  }
  return environment;
};

/** Writes a consistent copy of the environment into an empty folder; it is on the disk when this resolves. */
export const copyEnvironment = async (root: RootDatabase, folder: string): Promise<void> => {
  await root.backup(folder, true);
  for (const synced of [join(folder, 'data.mdb'), folder]) syncToDisk(synced);
};

const syncToDisk = (path: string): void => {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};
