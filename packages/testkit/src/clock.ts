/** A clock that stands still until it is moved; Unix milliseconds. */
export type TestClock = { readonly now: () => number; readonly advance: (milliseconds: number) => void; readonly set: (at: number | string) => void };

/** A clock that stands at `start`, 2026-03-02 08:00 in Vietnam unless told. */
export const fixedClock = (start: number | string = '2026-03-02T01:00:00.000Z'): TestClock => {
  let at = new Date(start).getTime();
  return {
    now: () => at,
    advance: (milliseconds) => {
      at += milliseconds;
    },
    set: (next) => {
      at = new Date(next).getTime();
    },
  };
};
