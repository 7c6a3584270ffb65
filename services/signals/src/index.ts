export { createSignals, signalsGroup, type Signals, type SignalsDeps } from './signals.ts';
