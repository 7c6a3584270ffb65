import { eventBuilders, fixedClock, randomPopulation, type AnyEvent } from '@da06/testkit';

/** Records of few persons, links of their papers among them. */
export const randomRecords = (seed: number, count: number): AnyEvent[] => {
  const build = eventBuilders({ seed, clock: fixedClock('2026-03-02T01:00:00.000Z') });
  const papers = Array.from({ length: 6 }, () => ({ cccd: build.random.hex(32), cmnd: build.random.hex(32) }));
  const { next } = randomPopulation({ build, papers, prefix: `records-${String(seed)}` });
  return Array.from({ length: count }, () => {
    build.clock.advance(build.random.below(8 * 3_600_000));
    return build.random.chance(0.1) ? build.personLinked({ cccdKey: build.random.pick(papers).cccd, cmndKey: build.random.pick(papers).cmnd }) : next();
  });
};
