import type { AnyEvent } from '../any-event.ts';
import type { EventBuilders } from '../event-builders.ts';
import { instant } from '../samples.ts';

export type RandomIncidentsOptions = { readonly build: EventBuilders; /** References begin so: logs with different prefixes can share tables. */ readonly prefix: string };

const units = ['W25357@2025', 'W25360@2025', 'W25357@old'];
const kinds = ['crime', 'traffic-accident', 'denunciation'] as const;
const hour = 3_600_000;
/** So few that most of what is told is an update of something. */
const [references, days] = [8, 60];

/** Incidents as registration writes them: told, updated, withdrawn, before their first record too, and lower revisions that come late. */
export const randomIncidents = ({ build, prefix }: RandomIncidentsOptions) => {
  const { random, clock } = build;
  const highest = new Map<string, number>();
  return {
    /** What is taken in next. */
    next: (): AnyEvent => {
      const ref = `${prefix}-v${random.below(references)}`;
      const known = highest.get(ref);
      const revision = Math.max(0, (known ?? 0) + random.below(3) - 1);
      highest.set(ref, Math.max(known ?? 0, revision));
      const happened = clock.now() - random.below(days * 24) * hour;
      const reported = happened + random.below(30) * hour;
      const kind = random.pick(kinds);
      const told = {
        ref, revision, kind, unit: random.pick(units), happenedAt: random.chance(0.8) ? instant(happened) : null, reportedAt: instant(reported), handledAt: random.chance(0.6) ? instant(reported + random.below(40) * hour) : null,
        outcome: random.pick(['open', 'solved', 'unfounded'] as const), losses: { deaths: random.below(2), injured: random.below(3), damageVnd: random.below(9) * 1_000_000 }, means: kind === 'traffic-accident' ? 'road' : '',
      } as const;
      return known === undefined && random.chance(0.8) ? build.incidentRecorded(told) : build.incidentUpdated({ ...told, withdrawn: random.chance(0.2) });
    },
  };
};
