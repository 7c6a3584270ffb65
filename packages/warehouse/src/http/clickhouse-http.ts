import { randomUUID } from 'node:crypto';
import type { Warehouse } from '../warehouse.ts';
import { answer, plain, refusal } from './answer.ts';
import { assertAdmitted, type Admission } from './credentials.ts';
import { readRequest } from './request.ts';
import { refusalOf } from './refusal.ts';

export type ClickHouseHttpDeps = {
  readonly warehouse: Pick<Warehouse, 'personQuery'>;
  readonly newId?: () => string;
  /** Told of an error that is not the query's. */
  readonly onError?: (error: unknown) => void;
  /** Judges the key that comes as the password. Without it nobody is asked for one: then the address must be loopback. */
  readonly admit?: ((key: string) => Admission) | undefined;
};

/**
 * The ClickHouse HTTP interface over the warehouse, read-only, as a fetch handler: `GET|POST /?query=`, `default_format`, `param_x`,
 * `/ping`, gzip, errors with the engine's numbers. `curl` and `@clickhouse/client` can use it. It asks for a key only where it is told to (`admit`).
 */
export const createClickHouseHttp =
  ({ warehouse, newId = randomUUID, onError = () => {}, admit }: ClickHouseHttpDeps) =>
  async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname === '/ping') return plain(200, 'Ok.\n');
    if (pathname !== '/') return plain(404, 'There is no such path: queries go to /?query=\n');
    if (request.method !== 'GET' && request.method !== 'POST') return plain(405, 'Queries come by GET or POST.\n', { allow: 'GET, POST' });
    try {
      // Not for the bare address: as the server does, it says that it is there.
      if (admit !== undefined && !(request.method === 'GET' && new URL(request.url).search === '')) assertAdmitted(request, admit);
      const { sql, format, params, queryId, gzip } = await readRequest(request);
      if (sql === '' && request.method === 'GET') return plain(200, 'Ok.\n');
      const result = await warehouse.personQuery({ sql, format, params });
      return answer(result, { queryId: queryId ?? newId(), gzip });
    } catch (error) {
      const refused = refusalOf(error);
      if (refused === undefined) onError(error);
      return refusal(refused ?? { number: 1001, message: 'The query could not be answered. (STD_EXCEPTION)' });
    }
  };
