import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '../connection.ts';
import { liveDatabase } from '../databases.ts';
import { personLimits } from '../person/limits.ts';
import { settingsList } from '../sql-text.ts';
import { warehouseOn } from '../warehouse-on.ts';
import type { Warehouse } from '../warehouse.ts';
import { createPool, openConnection } from './connection.ts';

export type EmbeddedOptions = {
  /** Data folder of the engine; one process, one folder. */
  readonly path: string;
  /** Connections for our own reading and for people's, each; 3 unless told. */
  readonly readers?: number;
};

/** Opens the engine in this process on a folder. */
export const createEmbeddedWarehouse = async ({ path, readers = 3 }: EmbeddedOptions): Promise<Warehouse> => {
  mkdirSync(path, { recursive: true });
  const inbox = join(path, 'inbox');
  rmSync(inbox, { recursive: true, force: true });
  mkdirSync(inbox);

  const open = async (database: string): Promise<Connection> => {
    const connection = openConnection({ path, inbox });
    await connection.run(`USE ${database}`);
    return connection;
  };
  const several = (): Promise<Connection[]> => Promise.all(Array.from({ length: readers }, () => open(liveDatabase)));
  const first = openConnection({ path, inbox });
  await first.run(`CREATE DATABASE IF NOT EXISTS ${liveDatabase}`);
  const ours = createPool(await several());
  const theirs = await several();
  for (const connection of theirs) {
    await connection.run(`SET ${settingsList(personLimits)}`);
    await connection.run('SET readonly = 1');
  }
  const persons = createPool(theirs);
  // Only now: the engine shuts down with its last connection.
  await first.close();
  return warehouseOn({
    open,
    readers: ours,
    persons,
    close: async () => {
      await Promise.all([ours.close(), persons.close()]);
    },
  });
};
