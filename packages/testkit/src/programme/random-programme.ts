import type { AnyEvent } from '../any-event.ts';
import type { EventBuilders } from '../event-builders.ts';
import { localDay, monthAfter } from './calendar.ts';
import { randomModels } from './models.ts';
import { randomReports } from './reports.ts';

export type RandomProgrammeOptions = {
  /** Clock, chance and order of the events. */
  readonly build: EventBuilders;
  readonly numbers: readonly number[];
  /** Codes of agencies, units and indicators begin so: programmes with different prefixes and numbers can share tables. */
  readonly prefix: string;
};

/** A programme as its owner writes it: streams by their versions, each event one that the rules allow. Move the clock between two events. */
export const randomProgramme = ({ build, numbers, prefix }: RandomProgrammeOptions) => {
  const agencies = [`${prefix}-CAH`, `${prefix}-VHTT`, `${prefix}-TCKH`];
  const now = localDay(build.clock.now()).slice(0, 7);
  const models = randomModels({ build, numbers, leads: agencies });
  const reports = randomReports({ build, agencies, prefix, from: monthAfter(now, -2), change: monthAfter(now, 3), reportable: models.reportable });
  return {
    /** The plan is loaded. */
    open: (): AnyEvent[] => [...models.open(), ...reports.open()],
    /** What happens next: one event, sometimes none. */
    next: (): AnyEvent[] => (build.random.chance(0.5) ? models.next() : reports.next()),
  };
};
