import { AppError } from '@da06/errors';
import type { Warehouse } from '@da06/warehouse';
import { z } from 'zod';
import type { AnswerField } from '../api.ts';
import type { ConsoleMetrics } from '../metrics.ts';
import { fieldsOf } from './fields.ts';

/** What the engine answers in the format `JSONCompactStrings`. */
const Answered = z.object({
  meta: z.array(z.object({ name: z.string(), type: z.string() })),
  data: z.array(z.array(z.string())),
  statistics: z.object({ elapsed: z.number(), rows_read: z.number(), bytes_read: z.number() }),
});

export type Told = { readonly fields: readonly AnswerField[]; readonly rows: number; readonly readRows: number; readonly readBytes: number; readonly ms: number };

/** Asks one statement of the tables. @throws AppError `sql.*`, `warehouse.*`, `service.overloaded`, `request.answer-too-large`. */
export type Ask = (sql: string) => Promise<Told>;

export type AskDeps = { readonly warehouse: Pick<Warehouse, 'personQuery'>; readonly metrics: Pick<ConsoleMetrics, 'asked' | 'shared' | 'askSeconds'> };

/** More than a picture needs, and than a browser draws. */
const most = { rows: 50_000, bytes: 16 * 1024 * 1024 };
/** Questions that may wait for the engine at a time; walls ask again anyway. */
const mostAtATime = 400;

/**
 * Asks the way people's statements go: read-only, within their limits. A statement that is being asked already is not asked once more: whoever
 * asks the same meanwhile (several walls) gets the same answer.
 */
export const createAsk = ({ warehouse, metrics }: AskDeps): Ask => {
  const running = new Map<string, Promise<Told>>();

  const query = async (sql: string): Promise<z.output<typeof Answered>> => {
    const { bytes } = await warehouse.personQuery({ sql, format: 'JSONCompactStrings', database: 'da06' });
    if (bytes.byteLength > most.bytes) throw new AppError('request.answer-too-large');
    const answer = Answered.parse(JSON.parse(Buffer.from(bytes).toString()));
    if (answer.data.length > most.rows) throw new AppError('request.answer-too-large');
    return answer;
  };

  /** The zone in which the engine writes times whose column has none: that of its machine. It stays as long as the engine runs. */
  let known: Promise<string> | undefined;
  const zone = (): Promise<string> =>
    (known ??= query('SELECT timezone() AS zone').then(
      ({ data }) => z.string().parse(data[0]?.[0]),
      (cause: unknown) => {
        known = undefined;
        throw cause;
      },
    ));

  const askNow = async (sql: string): Promise<Told> => {
    const done = metrics.askSeconds.startTimer();
    const [{ meta, data, statistics }, session] = await Promise.all([query(sql), zone()]);
    done();
    return { fields: fieldsOf({ meta, data }, session), rows: data.length, readRows: statistics.rows_read, readBytes: statistics.bytes_read, ms: Math.round(statistics.elapsed * 1000) };
  };

  return (sql) => {
    const same = running.get(sql);
    if (same !== undefined) {
      metrics.shared.inc();
      return same;
    }
    if (running.size >= mostAtATime) return Promise.reject(new AppError('service.overloaded', { retryable: true }));
    metrics.asked.inc();
    const asked = askNow(sql).finally(() => running.delete(sql));
    running.set(sql, asked);
    return asked;
  };
};
