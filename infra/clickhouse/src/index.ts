import { fileURLToPath } from 'node:url';

const pathOf = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** Folder of the migrations, `NNNN_name.sql`, applied in the order of their names. */
export const migrationsDir = pathOf('migrations/');

/** The data dictionary, generated from the comments of the migrated engine. */
export const dictionaryFile = pathOf('DICTIONARY.md');

/** Users of a server with their limits and grants, for `/etc/clickhouse-server/users.d`. */
export const usersFile = pathOf('users/users.d/da06-users.xml');

/** Settings of a server, for `/etc/clickhouse-server/config.d`. */
export const serverFile = pathOf('users/config.d/da06-server.xml');
