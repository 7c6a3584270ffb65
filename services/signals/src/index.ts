export { createSignals, signalsGroup, type Signals, type SignalsDeps } from './signals.ts';
export type { AlertCounts } from './alerts/counts.ts';
export { isSignalsPath, signalsDescribed } from './docs/described.ts';
export type { RuleHit, RuleQuestion, Tables } from './rules/tables.ts';
