import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Warehouse } from '../warehouse.ts';
import { readRequest } from './request.ts';
import { refusalOf, statusOf } from './refusal.ts';

export type ClickHouseHttpDeps = { readonly warehouse: Pick<Warehouse, 'personQuery'>; readonly newId?: () => string; /** Told of an error that is not the query's. */ readonly onError?: (error: unknown) => void };

/** Below this an answer is sent as it is. */
const worthPacking = 1_024;

/**
 * The ClickHouse HTTP interface over the warehouse, read-only, as a fetch handler: `GET|POST /?query=`, `default_format`, `param_x`,
 * `/ping`, gzip, errors with the engine's numbers. `curl` and `@clickhouse/client` can use it. It asks for no password: bind it to loopback.
 */
export const createClickHouseHttp =
  ({ warehouse, newId = randomUUID, onError = () => {} }: ClickHouseHttpDeps) =>
  async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname === '/ping') return plain(200, 'Ok.\n');
    if (pathname !== '/') return plain(404, 'There is no such path: queries go to /?query=\n');
    if (request.method !== 'GET' && request.method !== 'POST') return plain(405, 'Queries come by GET or POST.\n', { allow: 'GET, POST' });
    try {
      const { sql, format, params, queryId, gzip } = await readRequest(request);
      if (sql === '' && request.method === 'GET') return plain(200, 'Ok.\n');
      const result = await warehouse.personQuery({ sql, format, params });
      const headers: Record<string, string> = {
        'content-type': contentTypeOf(result.format),
        'x-clickhouse-format': result.format,
        'x-clickhouse-query-id': queryId ?? newId(),
        'x-clickhouse-server-display-name': 'da06',
        'cache-control': 'no-store',
      };
      if (!gzip || result.bytes.byteLength < worthPacking) return new Response(toBody(result.bytes), { headers });
      return new Response(toBody(gzipSync(result.bytes, { level: 1 })), { headers: { ...headers, 'content-encoding': 'gzip' } });
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined) onError(error);
      const { number, message } = refusal ?? { number: 1001, message: 'The query could not be answered. (STD_EXCEPTION)' };
      return plain(statusOf(number), `Code: ${number}. DB::Exception: ${message}\n`, { 'x-clickhouse-exception-code': String(number) });
    }
  };

const plain = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=UTF-8', ...headers } });

const toBody = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

const contentTypeOf = (format: string): string => {
  if (/^JSON\w*EachRow|^NDJSON|^JSONLines/.test(format)) return 'application/x-ndjson; charset=UTF-8';
  if (format.startsWith('JSON')) return 'application/json; charset=UTF-8';
  if (format.startsWith('CSV')) return 'text/csv; charset=UTF-8; header=absent';
  if (format.startsWith('TabSeparated') || format.startsWith('TSV')) return 'text/tab-separated-values; charset=UTF-8';
  return 'text/plain; charset=UTF-8';
};
