import type { Locality } from '@da06/reference';
import type { Logger, KeyHolder, WithBody } from '@da06/service-kit';
import type { Figures } from './figures/figures.ts';
import type { Commander } from './commands/commander.ts';
import type { ProgrammeState } from './state/state.ts';

/** What the routes work with. */
export type Service = {
  readonly locality: Locality;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly logger: Logger;
  readonly authenticate: (request: Request) => Promise<KeyHolder>;
  readonly withBody: WithBody;
  readonly state: () => ProgrammeState;
  readonly commander: Commander;
  /** Counts the system's own indicators soon: there is something new to count for. */
  readonly countSoon: () => void;
  /** Undefined = this process has no tables. */
  readonly figures: Figures | undefined;
};
