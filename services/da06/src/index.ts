export { createHost } from './host/create-host.ts';
export type { Host } from './host/create-host.ts';
export { openFolder } from './host/open-folder.ts';
export type { OpenFolder } from './host/open-folder.ts';
export { localOperations, waitForProjection } from './operations/local.ts';
export { readConfig, settingNames } from './config.ts';
export type { Config } from './config.ts';
export { askTables } from './parts/ask-tables.ts';
