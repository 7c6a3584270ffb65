import { ApiProblem } from '../api/problem.ts';

/** Something that is asked for, and asked for again: what was there stays until something newer is. */
export type Loaded<Value> = {
  readonly now: () => Value | undefined;
  readonly problem: () => ApiProblem | undefined;
  /** Asks; an older question that is still open is given up. */
  readonly load: (ask: (signal: AbortSignal) => Promise<Value>) => Promise<void>;
  readonly set: (value: Value | undefined) => void;
  readonly close: () => void;
};

export const createLoaded = <Value>(changed: () => void): Loaded<Value> => {
  let value: Value | undefined;
  let problem: ApiProblem | undefined;
  let asking = new AbortController();
  const set = (next: Value | undefined): void => {
    asking.abort();
    [value, problem] = [next, undefined];
    changed();
  };
  return {
    now: () => value,
    problem: () => problem,
    set,
    load: async (ask) => {
      asking.abort();
      const mine = new AbortController();
      asking = mine;
      try {
        const answer = await ask(mine.signal);
        if (mine.signal.aborted) return;
        [value, problem] = [answer, undefined];
      } catch (error) {
        if (mine.signal.aborted) return;
        if (!(error instanceof ApiProblem)) throw error;
        problem = error;
      }
      changed();
    },
    close: () => asking.abort(),
  };
};
