import { gzipSync } from 'node:zlib';
import type { PersonResult } from '../warehouse.ts';
import { statusOf } from './refusal.ts';

/** Below this an answer is sent as it is. */
const worthPacking = 1_024;

/** The answer to a statement, as a server gives it. */
export const answer = ({ bytes, format }: PersonResult, { queryId, gzip }: { readonly queryId: string; readonly gzip: boolean }): Response => {
  const headers: Record<string, string> = {
    'content-type': contentTypeOf(format),
    'x-clickhouse-format': format,
    'x-clickhouse-query-id': queryId,
    'x-clickhouse-server-display-name': 'da06',
    'cache-control': 'no-store',
  };
  if (!gzip || bytes.byteLength < worthPacking) return new Response(toBody(bytes), { headers });
  return new Response(toBody(gzipSync(bytes, { level: 1 })), { headers: { ...headers, 'content-encoding': 'gzip' } });
};

/** An error, as a server gives it. */
export const refusal = ({ number, message }: { readonly number: number; readonly message: string }): Response =>
  plain(statusOf(number), `Code: ${number}. DB::Exception: ${message}\n`, { 'x-clickhouse-exception-code': String(number), ...(statusOf(number) === 401 && { 'www-authenticate': 'Basic realm="DA06: a key as the password"' }) });

/** A sender has tried too many keys; `retryAfter` in seconds. */
export const tooManyKeys = (retryAfter: number): Response =>
  plain(429, 'Code: 201. DB::Exception: Too many requests without a known key. (QUOTA_EXCEEDED)\n', { 'x-clickhouse-exception-code': '201', 'retry-after': String(retryAfter) });

export const plain = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=UTF-8', ...headers } });

const toBody = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

const contentTypeOf = (format: string): string => {
  if (/^JSON\w*EachRow|^NDJSON|^JSONLines/.test(format)) return 'application/x-ndjson; charset=UTF-8';
  if (format.startsWith('JSON')) return 'application/json; charset=UTF-8';
  if (format.startsWith('CSV')) return 'text/csv; charset=UTF-8; header=absent';
  if (format.startsWith('TabSeparated') || format.startsWith('TSV')) return 'text/tab-separated-values; charset=UTF-8';
  return 'text/plain; charset=UTF-8';
};
