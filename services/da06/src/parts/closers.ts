/** Closes what was opened, the last first, once. */
export const createClosers = () => {
  const closers: (() => Promise<void>)[] = [];
  return {
    add: (closer: () => Promise<void>): void => void closers.push(closer),
    closeAll: async (): Promise<void> => {
      for (const closer of closers.splice(0).reverse()) await closer();
    },
  };
};
