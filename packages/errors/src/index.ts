export { AppError, type AppErrorOptions } from './app-error.ts';
export { codes, errorCatalogue, isCode, type Code } from './codes.ts';
export { fault, type CellPlace, type Fault, type NamedCellPlace } from './fault.ts';
export type { CodeEntry, Severity } from './severity.ts';
