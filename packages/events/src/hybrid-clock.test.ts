import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sequence } from './envelope.ts';
import { createHybridClock, sequenceOf } from './hybrid-clock.ts';

const moment = fc.integer({ min: 0, max: 2 ** 41 });

describe('the hybrid clock', () => {
  it('grows strictly, whatever the wall clock does and whatever it reads', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('jump' as const), to: moment }),
      fc.record({ kind: fc.constant('take' as const), times: fc.integer({ min: 1, max: 40 }) }),
      fc.record({ kind: fc.constant('observe' as const), at: moment, counter: fc.nat(0xffff) }),
    );
    fc.assert(
      fc.property(moment, fc.array(step, { maxLength: 60 }), (start, steps) => {
        let now = start;
        let highest = '';
        const clock = createHybridClock({ now: () => now });
        for (const one of steps) {
          if (one.kind === 'jump') now = one.to;
          else if (one.kind === 'observe') {
            const seen = sequenceOf(one.at).slice(0, 12) + one.counter.toString(16).padStart(4, '0');
            clock.observe(seen);
            if (seen > highest) highest = seen;
          } else
            for (let count = 0; count < one.times; count += 1) {
              const next = clock.next();
              expect(Sequence.safeParse(next).success && next > highest).toBe(true);
              highest = next;
            }
        }
      }),
      { numRuns: 300 },
    );
  });
  it('starts above the highest sequence of the log, even if the clock was set back since', () => {
    const clock = createHybridClock({ now: () => 5, last: '0192f0c12a3b0007' });
    expect(clock.next()).toBe('0192f0c12a3b0008');
  });
  it('goes into the next millisecond when the counter is full, and stays above', () => {
    const clock = createHybridClock({ now: () => 10 });
    let last = clock.next();
    for (let count = 0; count < 70_000; count += 1) {
      const next = clock.next();
      if (!(next > last)) throw new Error(`${next} after ${last}`);
      last = next;
    }
    expect(last.slice(0, 12)).toBe((11).toString(16).padStart(12, '0'));
  });
  it('writes the wall clock into its first 48 bits, whole milliseconds alone', () => {
    expect(createHybridClock({ now: () => 1_700_000_000_000.7 }).next()).toBe(sequenceOf(1_700_000_000_000));
  });
});
