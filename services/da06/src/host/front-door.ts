import { demonstrationPrefix } from '@da06/domain';
import { createConsole, isConsolePath } from '@da06/console';
import { isProgrammePath } from '@da06/programme';
import type { Programme } from '@da06/programme';
import type { Registration } from '@da06/registration';
import { isSignalsPath } from '@da06/signals';
import type { Signals } from '@da06/signals';
import { pageHeaders, parseBearer, problem, problemOf } from '@da06/service-kit';
import type { Logger, Readiness } from '@da06/service-kit';
import { randomUUID } from 'node:crypto';
import { createServiceDoor } from '../parts/service-door.ts';
import type { HostOperations } from '../operations/operations.ts';
import { firstPage } from './first-page.ts';
import type { RoleOfKey } from './key-check.ts';
import type { OpenFolder } from './open-folder.ts';
import { createHostRoutes } from './routes.ts';

export type FrontDoorDeps = {
  readonly folder: OpenFolder;
  readonly registration: Registration;
  readonly programme: Programme;
  readonly signals: Signals;
  readonly demonstration: () => Readiness['demonstration'];
  readonly operations: HostOperations;
  readonly roleOfKey: RoleOfKey;
  /** Filled in once the addresses are known. */
  readonly addresses: { readonly url: string; readonly clickhouseUrl: string | null; readonly adminKeyPath: string };
  readonly logger: Logger;
};

/** Facilities, those of the demonstration among them, and stays. */
type Counts = { readonly facilities: number; readonly simulated: number; readonly stays: number };

/** All HTTP of the host: its own pages and an administrator's operations; the programme's routes; those of watch-list and alerts; everything else is registration's. */
export const createFrontDoor = (deps: FrontDoorDeps) => {
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

  const boards = createConsole({ warehouse: folder.warehouse, roleOfKey: deps.roleOfKey, logger });

  const counts = async (): Promise<Counts> => {
    const [row] = await folder.warehouse.query<Record<keyof Counts, string>>(
      `SELECT toString((SELECT count() FROM da06.raw_stays_v2)) AS stays, toString(count()) AS facilities, toString(countIf(startsWith(facility_id, '${demonstrationPrefix}'))) AS simulated FROM da06.facilities`,
    );
    return { facilities: Number(row?.facilities ?? 0), stays: Number(row?.stays ?? 0), simulated: Number(row?.simulated ?? 0) };
  };
  const page = async (): Promise<Response> => {
    const html = firstPage({ ...addresses, ...(await counts()), lag: await folder.projector.lag(), demonstration: deps.demonstration() });
    return new Response(html, { headers: { ...pageHeaders(html), 'cache-control': 'no-store' } });
  };
  const fetch = createServiceDoor({
    metrics: folder.metrics,
    ready: () => registration.ready() && programme.ready() && signals.ready() && folder.projector.ready(),
    lag: folder.projector.lag,
    demonstration: deps.demonstration,
    next: (request) => {
      const { pathname } = new URL(request.url);
      if (pathname === '/' && (request.method === 'GET' || request.method === 'HEAD')) return page();
      if (pathname === '/v1/sql' || pathname.startsWith('/v1/admin/')) return routes.fetch(request);
      if (isConsolePath(pathname)) return boards.fetch(request);
      if (isSignalsPath(pathname)) return signals.fetch(request);
      return isProgrammePath(pathname) ? programme.fetch(request) : registration.fetch(request);
    },
  });
  return { fetch, counts };
};
