import { fileURLToPath } from 'node:url';

/** Folder of the migrations, `NNNN_name.sql`, applied in the order of their names. */
export const migrationsDir = fileURLToPath(new URL('../migrations/', import.meta.url));

/** The data dictionary, generated from the comments of the migrated engine. */
export const dictionaryFile = fileURLToPath(new URL('../DICTIONARY.md', import.meta.url));
