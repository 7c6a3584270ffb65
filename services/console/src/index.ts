export type { OverviewAnswer } from './api.ts';
export { createConsole, isConsolePath, type Console, type ConsoleDeps } from './console.ts';
