export { createSignals, signalsGroup, type Signals, type SignalsDeps } from './signals.ts';
export type { AlertCount, AlertCounts, AskedCounts } from './alerts/counts.ts';
export { isSignalsPath, signalsDescribed } from './docs/described.ts';
export type { RuleHit, RuleQuestion, Tables } from './rules/tables.ts';
