export { createProgramme, type Programme, type ProgrammeDeps } from './programme.ts';
export type { Count, Counted } from './counting/count-indicators.ts';
export type { Figures } from './figures/figures.ts';
export { isProgrammePath, programmeDescribed } from './docs/described.ts';
