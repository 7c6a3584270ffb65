/** What a caller in this process may say beside a request. It is no part of the request: nothing that comes over the network can set it. */
export type InProcess = {
  /** Unix ms: when the request counts as received, for one that is played after its time. */
  readonly receivedAt: number;
  /** What follows from the request is of the demonstration, and marked so. */
  readonly simulated?: boolean;
};

/** What the caller of this process has said, if there is one. `env` is what the router was given beside the request. */
export const inProcessOf = (env: unknown): Partial<InProcess> => env ?? {};
