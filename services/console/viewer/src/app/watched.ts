/** A value that may change, and who wants to know. */
export type Watched<Value> = {
  readonly now: () => Value;
  /** Called with each new value, not with the present one. Returns how to stop. */
  readonly watch: (listener: (value: Value) => void) => () => void;
};

export const watched = <Value>(first: Value): Watched<Value> & { readonly set: (value: Value) => void } => {
  let value = first;
  const listeners = new Set<(value: Value) => void>();
  return {
    now: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener(next);
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
