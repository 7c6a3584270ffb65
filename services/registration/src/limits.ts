import { defaultRate } from '@da06/service-kit';

/** Bounds of what a request may bring (contracts.md, Answers), and of how fast a key may send. */
export type Limits = {
  readonly bodyBytes: number;
  /** Bytes of all bodies that are being read or worked on at a time; beyond it requests are turned away (503). */
  readonly bytesInFlight: number;
  /** Requests a key may make within `rateSeconds`. */
  readonly rateRequests: number;
  readonly rateSeconds: number;
};

export const defaultLimits: Limits = { bodyBytes: 64 * 1024 * 1024, bytesInFlight: 192 * 1024 * 1024, ...defaultRate };
