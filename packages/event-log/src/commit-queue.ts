/** Something that waits to be kept, with its size in bytes. */
type Waiting<T, R> = { readonly item: T; readonly bytes: number; readonly resolve: (result: R) => void; readonly reject: (error: unknown) => void };

/** What one transaction takes at most: more would make those who wait behind it wait long. */
const transactionBytes = 32 * 1024 * 1024;

export type CommitQueue<T, R> = {
  readonly add: (item: T, bytes: number) => Promise<R>;
  /** Resolves when nothing waits any more. */
  readonly settled: () => Promise<void>;
};

/**
 * Group commit: everything that came while a transaction was on its way to the disk shares the next one. One transaction is under
 * way at a time, in the order of the calls, so that one that fails leaves no gap and nothing behind it that counted on it.
 */
export const createCommitQueue = <T, R>(write: (items: readonly T[]) => Promise<readonly R[]>): CommitQueue<T, R> => {
  let waiting: Waiting<T, R>[] = [];
  let running: Promise<void> | undefined;

  const takeGroup = (): Waiting<T, R>[] => {
    let bytes = 0;
    const end = waiting.findIndex((one, index) => (bytes += one.bytes) > transactionBytes && index > 0);
    const group = end < 0 ? waiting : waiting.slice(0, end);
    waiting = end < 0 ? [] : waiting.slice(end);
    return group;
  };

  const run = async (): Promise<void> => {
    await Promise.resolve(); // what is called in the same turn goes together
    while (waiting.length > 0) {
      const group = takeGroup();
      try {
        const results = await write(group.map(({ item }) => item));
        for (const [index, one] of group.entries()) one.resolve(results[index] as R);
      } catch (error) {
        for (const one of group) one.reject(error);
      }
    }
    running = undefined;
  };

  return {
    add: (item, bytes) =>
      new Promise<R>((resolve, reject) => {
        waiting.push({ item, bytes, resolve, reject });
        running ??= run();
      }),
    settled: async () => {
      while (running !== undefined) await running;
    },
  };
};
