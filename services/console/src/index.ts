export type { OverviewAnswer } from './api.ts';
export { createConsole, isConsolePath, type Console, type ConsoleDeps } from './console.ts';
export { consoleDescribed } from './docs/described.ts';
