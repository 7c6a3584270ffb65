import { eventBuilders, fixedClock, randomProgramme, type AnyEvent } from '@da06/testkit';
import { day, dayNumber, midnight } from '../local-time.ts';

export type ProgrammeOptions = { readonly seed: number; /** The first local day, YYYY-MM-DD. */ readonly from: string; readonly days: number; /** About so many events after the plan is loaded. */ readonly events: number };

/** A programme over some days, its events received at any time of the day and often around midnight, where days and deadlines end. */
export const playProgramme = ({ seed, from, days, events }: ProgrammeOptions): AnyEvent[] => {
  const start = Date.parse(`${from}T00:00:00+07:00`);
  const clock = fixedClock(start);
  const build = eventBuilders({ seed, clock });
  const programme = randomProgramme({ build, prefix: 'h', numbers: Array.from({ length: 10 }, (_, index) => index + 1) });
  const sent = programme.open();
  while (clock.now() < start + days * day) {
    const next = clock.now() + build.random.below((2 * days * day) / events);
    const edge = midnight(dayNumber(clock.now()) + 1) + build.random.pick([-1, 0, 1]);
    clock.set(build.random.chance(Math.min(0.15, days / (2 * events))) && edge > clock.now() ? edge : next);
    sent.push(...programme.next());
  }
  return sent;
};
