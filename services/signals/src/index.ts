export { createSignals, signalsGroup, type Signals, type SignalsDeps } from './signals.ts';
export { isSignalsPath, signalsDescribed } from './docs/described.ts';
