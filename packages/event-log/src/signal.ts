/** Something one loop waits for. Raised before the wait it is not lost: it holds until it is reset. */
export type Signal = {
  readonly raise: () => void;
  readonly reset: () => void;
  /** Resolves when the signal is raised, or after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
};

export const createSignal = (): Signal => {
  let raised = false;
  let wake = (): void => {};
  return {
    raise: () => {
      raised = true;
      wake();
    },
    reset: () => {
      raised = false;
    },
    wait: (milliseconds) =>
      raised
        ? Promise.resolve()
        : new Promise((resolve) => {
            const timer = setTimeout(resolve, milliseconds);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          }),
  };
};
