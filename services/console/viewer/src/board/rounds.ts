/** A part of the panels that is asked again together: `settled` resolves when none of them is being asked, `ask` asks them all. */
export type Lane = { readonly settled: () => Promise<void>; readonly ask: () => void; /** Milliseconds between one round and the next, in which others come to their turn. */ readonly rest: number };

/**
 * Rounds of questions for what the live lines tell: a lane whose last round has ended and rested is asked at once; who tells meanwhile is heard when it has,
 * once however many told. So figures keep pace with the news also while slow pictures are still being asked, and nothing is asked twice at a time.
 */
export const createRounds = (lanes: readonly Lane[]): { readonly tell: () => void; readonly end: () => void } => {
  const pending = new Set<Lane>();
  const restUntil = new Map<Lane, number>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let ended = false;

  const start = (lane: Lane): void => {
    if (ended) return;
    pending.delete(lane);
    lane.ask();
    void lane.settled().then(() => void restUntil.set(lane, Date.now() + lane.rest));
  };
  const whenRested = (lane: Lane): void => {
    const wait = (restUntil.get(lane) ?? 0) - Date.now();
    if (wait <= 0) {
      start(lane);
      return;
    }
    const timer = setTimeout(() => {
      timers.delete(timer);
      start(lane);
    }, wait);
    timers.add(timer);
  };
  return {
    tell: () => {
      for (const lane of lanes) {
        if (pending.has(lane)) continue;
        pending.add(lane);
        void lane.settled().then(() => whenRested(lane));
      }
    },
    end: () => {
      ended = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
};
