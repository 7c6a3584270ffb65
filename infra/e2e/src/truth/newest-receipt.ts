import type { PopulationTruth, Truth } from '@da06/simulator';
import type { Fact } from './programme/facts.ts';

/** What was sent beside one another, each with its times of receipt. */
export type Received = { readonly truth: Truth; readonly openedAt: number; readonly programme: readonly Pick<Fact, 'recordedtime'>[]; readonly population: PopulationTruth };

/** When the last of it was received, in Unix milliseconds. */
export const newestReceipt = ({ truth, openedAt, programme, population }: Received): number =>
  Math.max(
    openedAt,
    ...[...truth.requests, ...truth.emptyDays, ...Object.values(truth.oversight).flat(), ...population.records].map(({ receivedAt }) => Date.parse(receivedAt)), ...programme.map(({ recordedtime }) => Date.parse(recordedtime)),
  );
