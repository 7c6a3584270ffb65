import type { Expected } from '../truth/expected.ts';

/** One request of a feed. */
export type Sending = {
  /** Unix ms: when the feed sends it. Played in the process, it is the receipt time too. */
  readonly at: number;
  /** Whose it is: what one sends follows each other. A facility's id, or `@residents`, `@workers`, `@inspections`, `@outages`, `@businesses`, `@incidents`. */
  readonly facility: string;
  readonly method: 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  readonly contentType: string;
  readonly body: string;
  readonly expected: Expected;
};
