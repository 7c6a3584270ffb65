import { localMidnight } from '@da06/domain';
import { replaceFile } from '@da06/vault';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * `<data>/demonstration.json`: what the demonstration of a folder is made of and how far it has come; the same seed, day and rate give the same
 * requests. It holds the key that the demonstration sends with, which opens its own facilities alone.
 */
const DemonstrationState = z.object({
  version: z.literal(1),
  /** `playing`: it is loaded, and goes on. `removing` is finished by the next start. `removed`: it never comes back by itself. */
  state: z.enum(['playing', 'removing', 'removed']),
  seed: z.int(),
  /** First local day. */
  from: z.iso.date(),
  rate: z.number().positive(),
  /** Null until the facilities are registered. */
  key: z.string().nullable(),
  /** Unix ms: everything that is sent before this moment was sent. What is sent again changes nothing. */
  sentUpTo: z.number(),
  /** The same of what offices and communes do. A folder of before they did anything begins with the plan. */
  programmeUpTo: z.number().default(0),
  /** The same of trips of coaches, inspections, outages and businesses. A folder of before there were any gets them from its first day on. */
  oversightUpTo: z.number().default(0),
  /** How many residents the registers begin with, and how far these have come. A folder of before there were any gets them too. */
  residents: z.int().positive().default(10_000),
  populationUpTo: z.number().default(0),
});
export type DemonstrationState = z.infer<typeof DemonstrationState>;

/** What a folder's demonstration begins with. */
export const newState = ({ seed, from, rate, residents }: Pick<DemonstrationState, 'seed' | 'from' | 'rate' | 'residents'>): DemonstrationState =>
  ({ version: 1, state: 'playing', seed, from, rate, residents, key: null, sentUpTo: localMidnight(from), programmeUpTo: 0, oversightUpTo: 0, populationUpTo: 0 });

/** Undefined when there never was one. @throws the system's error, or ZodError for a file that is none of ours. */
export const findState = (path: string): DemonstrationState | undefined => {
  try {
    return DemonstrationState.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Written whole or not at all, readable by its owner alone. */
export const keepState = (path: string, state: DemonstrationState): void => replaceFile(path, `${JSON.stringify(state)}\n`);
