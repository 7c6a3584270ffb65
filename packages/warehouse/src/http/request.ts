import { gunzipSync } from 'node:zlib';
import { paramValues } from './params.ts';
import { refuse } from './refusal.ts';

/** A statement as a client sent it. */
export type HttpQuery = { readonly sql: string; readonly format: string; readonly params: Readonly<Record<string, string>>; readonly queryId: string | undefined; readonly gzip: boolean };

const largestBody = 1_048_576;

/** What a client may say beside its query and what changes no answer of ours. */
const harmless = new Set([
  'query', 'query_id', 'default_format', 'database', 'user', 'password', 'quota_key', 'session_id', 'session_timeout', 'session_check', 'role', 'wait_end_of_query', 'buffer_size', 'client_protocol_version',
  'enable_http_compression', 'http_zlib_compression_level', 'send_progress_in_http_headers', 'http_headers_progress_interval_ms', 'add_http_cors_header', 'log_queries', 'readonly', 'log_comment', 'cancel_http_readonly_queries_on_client_close',
]);

/**
 * Reads a request as the ClickHouse server does: `query` first, then the body; `param_x` are values for `{x:Type}`.
 * @throws Refusal for another database, a setting that would change the answer, or a body that is too large or cannot be read.
 */
export const readRequest = async (request: Request): Promise<HttpQuery> => {
  const { searchParams } = new URL(request.url);
  const database = searchParams.get('database') ?? request.headers.get('x-clickhouse-database') ?? 'da06';
  if (!['', 'da06', 'default'].includes(database)) throw refuse(81, `Database ${database} does not exist. (UNKNOWN_DATABASE)`);
  const raw: Record<string, string> = {};
  for (const [name, value] of searchParams) {
    if (name.startsWith('param_')) raw[name.slice('param_'.length)] = value;
    else if (!harmless.has(name)) throw refuse(164, `Cannot modify '${name}' setting in readonly mode. (READONLY)`);
  }
  const parts = [searchParams.get('query') ?? '', await readBody(request)].filter((part) => part !== '');
  const sql = parts.join('\n');
  return {
    sql,
    format: searchParams.get('default_format') ?? request.headers.get('x-clickhouse-format') ?? 'TabSeparated',
    params: paramValues(sql, raw),
    queryId: searchParams.get('query_id') ?? undefined,
    gzip: /\bgzip\b/.test(request.headers.get('accept-encoding') ?? ''),
  };
};

const readBody = async (request: Request): Promise<string> => {
  if (request.body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > largestBody) throw refuse(223, 'The query is too large. (QUERY_IS_TOO_LARGE)');
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  if (request.headers.get('content-encoding') !== 'gzip') return bytes.toString('utf8');
  try {
    return gunzipSync(bytes, { maxOutputLength: largestBody }).toString('utf8');
  } catch {
    throw refuse(223, 'The body cannot be unpacked, or is too large. (QUERY_IS_TOO_LARGE)');
  }
};
