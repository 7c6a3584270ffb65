/** One thing to ask the server for. */
export type Question = {
  /** Who asks: of two with the same key only the later one counts. */
  readonly key: string;
  /** Lower first. */
  readonly rank: number;
  /** Settles when the answer is drawn; must not throw. */
  readonly ask: (signal: AbortSignal) => Promise<void>;
};

export type Questions = {
  /** Queues it; an older one of the same key is dropped, or aborted if it is under way. */
  readonly put: (question: Question) => void;
  readonly drop: (key: string) => void;
  /** Drops and aborts everything. */
  readonly clear: () => void;
  /** Resolves when nothing waits and nothing is under way, of those that are meant. */
  readonly settled: (meant?: (key: string) => boolean) => Promise<void>;
};

/** How many questions are under way at once; of those whose rank is `slowFrom` or more fewer, so that there is always room for the quick ones. */
export type AtOnce = { readonly all: number; readonly slow: number; readonly slowFrom: number };

/** Asks a few questions at a time, the important ones first: a browser that asks everything at once gets its headline figures last. */
export const createQuestions = ({ all, slow, slowFrom }: AtOnce): Questions => {
  let waiting: readonly Question[] = [];
  const running = new Map<string, { readonly controller: AbortController; readonly isSlow: boolean }>();
  let watchers: readonly { readonly meant: (key: string) => boolean; readonly tell: () => void }[] = [];

  const isSettled = (meant: (key: string) => boolean): boolean => !waiting.some(({ key }) => meant(key)) && ![...running.keys()].some(meant);
  const run = ({ key, rank, ask }: Question): void => {
    const controller = new AbortController();
    running.set(key, { controller, isSlow: rank >= slowFrom });
    void ask(controller.signal).finally(() => {
      running.delete(key);
      next();
    });
  };
  // A key that is under way was aborted for a later one: it ends at once, and gives its place.
  const mayRun = ({ key, rank }: Question): boolean => !running.has(key) && (rank < slowFrom || [...running.values()].filter(({ isSlow }) => isSlow).length < slow);
  const next = (): void => {
    while (running.size < all) {
      const first = waiting.filter(mayRun).reduce<Question | undefined>((best, question) => (best === undefined || question.rank < best.rank ? question : best), undefined);
      if (first === undefined) break;
      waiting = waiting.filter((question) => question !== first);
      run(first);
    }
    const settled = watchers.filter(({ meant }) => isSettled(meant));
    watchers = watchers.filter((watcher) => !settled.includes(watcher));
    for (const { tell } of settled) tell();
  };
  const drop = (key: string): void => {
    waiting = waiting.filter((question) => question.key !== key);
    running.get(key)?.controller.abort();
  };
  return {
    put: (question) => {
      drop(question.key);
      waiting = [...waiting, question];
      next();
    },
    drop,
    clear: () => {
      waiting = [];
      for (const { controller } of running.values()) controller.abort();
    },
    settled: (meant = () => true) => new Promise((resolve) => {
      if (isSettled(meant)) resolve();
      else watchers = [...watchers, { meant, tell: resolve }];
    }),
  };
};
