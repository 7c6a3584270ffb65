import type { EventLog } from '@da06/event-log';
import type { HybridClock } from '@da06/events';
import { createProgramme } from '@da06/programme';
import type { Programme } from '@da06/programme';
import type { Locality } from '@da06/reference';
import type { Auth, Logger, Metrics } from '@da06/service-kit';
import { figureValues } from '@da06/warehouse';
import type { Warehouse } from '@da06/warehouse';
import type { Config } from '../config.ts';
import { countFacilities } from './count-facilities.ts';

export type ProgrammeParts = {
  readonly locality: Locality;
  readonly log: EventLog;
  /** Undefined = this process has no tables: it counts nothing, and tells no figures. */
  readonly warehouse: Pick<Warehouse, 'query'> | undefined;
  readonly sequence: HybridClock;
  readonly authenticate: Auth['authenticate'];
  /** Where this process listens. */
  readonly url: () => string;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly onFatal: (error: unknown) => void;
};

/** The programme on a log. On a cluster one process of all decides, and is found at DA06_PROGRAMME_URL, or where it listens. */
export const makeProgramme = (config: Config, { warehouse, url, ...parts }: ProgrammeParts): Programme =>
  createProgramme({
    ...parts, alone: config.kafka === undefined, url: () => config.programmeUrl ?? url(), clock: { now: Date.now },
    ...(warehouse !== undefined && { count: countFacilities(warehouse), figures: (question) => figureValues(warehouse, question) }),
  });
