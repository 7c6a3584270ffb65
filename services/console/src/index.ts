export { createConsole, isConsolePath, type ConsoleDeps } from './console.ts';
