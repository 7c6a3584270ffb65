import { localMidnight } from '@da06/domain';
import { createDraw } from '../random.ts';
import type { FaultRates, PlannedDowntime } from '../options.ts';

/** A time during which a facility sends nothing. `silent`: it does not register its guests either. */
type Downtime = { readonly silent: boolean; /** Planned by the district's options. */ readonly meant: boolean; readonly firstDay: number; readonly days: number; readonly from: number; readonly until: number };

/** When a facility's feed is down: depends on seed, facility and day alone, so that what happens later can be known before. */
export type Downtimes = {
  readonly at: (moment: number) => Downtime | undefined;
  /** Whether the guests of a day, counted from the first one, are not registered. */
  readonly isSilentDay: (day: number) => boolean;
};

const downtimeStream = 2;
const blockDays = 20;
const dayMs = 86_400_000;

/** @param start local midnight of the district's first day, Unix ms. */
export const createDowntimes = (given: { readonly seed: number; readonly facility: number; readonly start: number; readonly faults: FaultRates; readonly planned?: readonly PlannedDowntime[] }): Downtimes => {
  const { seed, facility, start, faults, planned = [] } = given;
  const blocks = new Map<number, readonly Downtime[]>();
  const inBlock = (block: number): readonly Downtime[] => {
    let found = blocks.get(block);
    if (found === undefined) {
      // Only a block and its neighbours are asked for: the past is forgotten.
      if (blocks.size > 8) blocks.clear();
      blocks.set(block, (found = block < 0 ? [] : draws(block)));
    }
    return found;
  };
  const draws = (block: number): Downtime[] => {
    const draw = createDraw(seed, downtimeStream, facility, block);
    const found: Downtime[] = [];
    const first = block * blockDays;
    if (draw.chance(1 - (1 - faults.silent) ** blockDays)) found.push(downtime(true, first + draw.below(5), draw.between(2, 6)));
    // Neither lies across the other, nor beyond the block.
    if (draw.chance(1 - (1 - faults.outage) ** blockDays)) found.push(downtime(false, first + draw.between(found.length > 0 ? 13 : 0, 16), draw.between(1, 2)));
    return found;
  };
  /** From midnight, or from the morning on; until the morning after, when the software is seen to again. */
  const downtime = (silent: boolean, firstDay: number, days: number, isMeant = false): Downtime => {
    const midnight = start + firstDay * dayMs;
    return { silent, meant: isMeant, firstDay, days, from: midnight + (silent ? 0 : 6 * 3_600_000), until: midnight + days * dayMs + 10 * 3_600_000 };
  };
  const meant = planned.map(({ from, days, silent }) => downtime(silent, Math.round((localMidnight(from) - start) / dayMs), days, true));
  const near = (day: number): readonly Downtime[] => [...meant, ...inBlock(blockOf(day))];
  const blockOf = (day: number): number => Math.floor(day / blockDays);
  return {
    at: (moment) => near(Math.floor((moment - start) / dayMs)).find(({ from, until }) => from <= moment && moment < until),
    isSilentDay: (day) => near(day).some(({ silent, firstDay, days }) => silent && firstDay <= day && day < firstDay + days),
  };
};
