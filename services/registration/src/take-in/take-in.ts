import { assemble } from './assemble.ts';
import { prepareBody, type TakeInDeps } from './prepare-body.ts';
import type { TakeIn } from './types.ts';

/** Take-in in the calling thread. */
export const createTakeIn = (deps: TakeInDeps): TakeIn => ({
  prepare: async (body, context) => assemble(await prepareBody(body, context, deps), body.format),
  close: () => Promise.resolve(),
});
