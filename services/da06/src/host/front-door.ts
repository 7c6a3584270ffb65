import { createConsole, isConsolePath } from '@da06/console';
import { isProgrammePath } from '@da06/programme';
import type { Programme } from '@da06/programme';
import type { Registration } from '@da06/registration';
import { isSignalsPath } from '@da06/signals';
import type { Signals } from '@da06/signals';
import { isLoopback, parseBearer, problem, problemOf } from '@da06/service-kit';
import type { Logger, Readiness } from '@da06/service-kit';
import { randomUUID } from 'node:crypto';
import { readCounts } from '../parts/counts.ts';
import type { Counts } from '../parts/counts.ts';
import { createServiceDoor } from '../parts/service-door.ts';
import type { HostOperations } from '../operations/operations.ts';
import type { RoleOfKey } from './key-check.ts';
import type { OpenFolder } from './open-folder.ts';
import { overviewOf } from './overview.ts';
import { createHostRoutes } from './routes.ts';

export type FrontDoorDeps = {
  readonly folder: OpenFolder;
  readonly registration: Registration;
  readonly programme: Programme;
  readonly signals: Signals;
  readonly demonstration: () => Readiness['demonstration'];
  readonly operations: HostOperations;
  readonly roleOfKey: RoleOfKey;
  /** The address that the host listens on. */
  readonly hostname: string;
  /** Filled in once the addresses are known. */
  readonly addresses: { readonly url: string; readonly clickhouseUrl: string | null; readonly adminKeyPath: string };
  readonly logger: Logger;
};

export type FrontDoor = {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly counts: () => Promise<Counts>;
  /** Ends what would stay open for as long as somebody listens. */
  readonly stop: () => void;
};

/** All HTTP of the host: an administrator's operations; the console, whose first page is the host's; the programme's routes; those of watch-list and alerts; everything else is registration's. */
export const createFrontDoor = (deps: FrontDoorDeps): FrontDoor => {
  const { folder, registration, programme, signals, addresses, logger } = deps;
  const routes = createHostRoutes({
    operations: deps.operations,
    authorise: (request, roles) => {
      const key = parseBearer(request.headers.get('authorization'));
      const role = key === undefined ? undefined : deps.roleOfKey(key);
      if (role === undefined) return problem('request.unauthorized');
      return roles.includes(role) ? undefined : problem('request.forbidden');
    },
    actorOf: (request) => {
      const known = registration.findKey(parseBearer(request.headers.get('authorization')) ?? '');
      return known === undefined ? 'admin:admin' : `${known.role}:${known.id}`;
    },
    report: (error) => logger.error({ err: error }, 'long work failed by a fault of ours'),
  });
  routes.onError((error) => problemOf(error, { newId: randomUUID, report: (cause, id) => logger.error({ err: cause, id }, 'request failed') }));

  const counts = (): Promise<Counts> => readCounts(folder.warehouse);
  const boards = createConsole({
    warehouse: folder.warehouse, roleOfKey: deps.roleOfKey, onLoopback: isLoopback(deps.hostname), lag: folder.projector.lag,
    overview: async () => overviewOf({ ...addresses, ...(await counts()), lag: await folder.projector.lag(), demonstration: deps.demonstration() }),
    metrics: folder.metrics, clock: { now: Date.now }, logger: logger.child({ part: 'console' }),
  });

  const fetch = createServiceDoor({
    metrics: folder.metrics,
    ready: () => registration.ready() && programme.ready() && signals.ready() && folder.projector.ready(),
    lag: folder.projector.lag,
    demonstration: deps.demonstration,
    next: (request) => {
      const { pathname } = new URL(request.url);
      if (pathname === '/v1/sql' || pathname.startsWith('/v1/admin/')) return routes.fetch(request);
      if (isConsolePath(pathname)) return boards.fetch(request);
      if (isSignalsPath(pathname)) return signals.fetch(request);
      return isProgrammePath(pathname) ? programme.fetch(request) : registration.fetch(request);
    },
  });
  return { fetch, counts, stop: boards.stop };
};
