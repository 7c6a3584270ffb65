import { ClickHouseError, type ClickHouseClient } from '@clickhouse/client';
import { AppError } from '@da06/errors';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Settings } from '../connection.ts';
import type { Params } from '../warehouse.ts';
import { paramSettings } from './params.ts';

export type Statement = {
  readonly client: ClickHouseClient;
  readonly sql: string;
  readonly timeoutMs: number;
  readonly settings: Settings;
  readonly params?: Params;
  readonly sessionId?: string;
  readonly body?: { readonly bytes: Uint8Array; readonly packed: boolean };
};

const pack = promisify(gzip);

/**
 * Sends one statement and reads its whole answer.
 * @throws the engine's error as the client gives it, or AppError `warehouse.unavailable` when there is no whole answer in time; then the request is cut off.
 */
export const ask = async ({ client, sql, timeoutMs, settings, params, sessionId, body }: Statement): Promise<Uint8Array> => {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), timeoutMs);
  try {
    // Level 1: on a local network the processor is what lacks.
    const bytes = body === undefined || !body.packed ? body?.bytes : await pack(body.bytes, { level: 1 });
    const { stream } = await client.exec({
      query: sql,
      abort_signal: ending.signal,
      clickhouse_settings: { ...settings, ...(params === undefined ? {} : paramSettings(params)) },
      ...(sessionId === undefined ? {} : { session_id: sessionId }),
      ...(bytes === undefined ? {} : { values: Readable.from([bytes]) }),
      ...(body?.packed === true ? { http_headers: { 'Content-Encoding': 'gzip' } } : {}),
    });
    // The client lets go of the signal when the head of the answer is there; its rest can hang too.
    const cut = (): void => void stream.destroy(new Error('The answer took too long.'));
    ending.signal.addEventListener('abort', cut);
    if (ending.signal.aborted) cut();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (cause) {
    if (cause instanceof ClickHouseError) throw cause;
    const detail = ending.signal.aborted ? `No answer within ${timeoutMs} ms.` : cause instanceof Error ? cause.message.slice(0, 300) : '';
    throw new AppError('warehouse.unavailable', { retryable: true, cause, detail, context: { timedOut: ending.signal.aborted } });
  } finally {
    clearTimeout(timer);
  }
};
