import { assemble } from './assemble.ts';
import { prepareBody, type TakeInDeps } from './prepare-body.ts';
import type { TakeIn } from './types.ts';

/** Take-in in the calling thread. */
export const createTakeIn = (deps: TakeInDeps): TakeIn => ({
  // eslint-disable-next-line @typescript-eslint/require-await -- a fault must reject, as it does when threads do the work
  prepare: async (body, context) => assemble([prepareBody(body, context, deps)], body.format),
  close: () => Promise.resolve(),
});
