import { AppError } from '@da06/errors';
import type { Sending } from '../feed/sending.ts';

/** Carries a request to where it is taken. Rejects if nothing answers. */
export type Transport = (sending: Sending) => Promise<Response>;

export type Patience = {
  /** Milliseconds for which a request is sent again while it is turned away or nothing answers. */
  readonly patienceMs: number;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
};

export type Answered = { readonly status: number; readonly body: unknown; readonly retries: number };

/** Statuses that answer the request itself: taken, taken in part, or every record refused. */
const answers: ReadonlySet<number> = new Set([200, 201, 202, 207, 422]);

/**
 * Sends a request until it is answered, as feeds do: again after 429 and 503, when told to or later and later.
 * @throws AppError `host.unreachable` when patience ends, `request.invalid` for an answer that no feed should get (its code in the context).
 */
export const sendOne = async (sending: Sending, transport: Transport, { patienceMs, now, sleep }: Patience): Promise<Answered> => {
  const started = now();
  for (let retries = 0; ; retries += 1) {
    const response = await transport(sending).catch((cause: unknown) => cause as Error);
    if (response instanceof Response) {
      const text = await response.text();
      if (answers.has(response.status)) return { status: response.status, body: JSON.parse(text) as unknown, retries };
      if (response.status !== 429 && response.status < 500) throw new AppError('request.invalid', { detail: `${sending.method} ${sending.path}: ${response.status} ${text.slice(0, 300)}`, context: { code: codeOf(text) } });
    }
    const why = response instanceof Response ? String(response.status) : response.message;
    if (now() - started > patienceMs) throw new AppError('host.unreachable', { detail: `${sending.method} ${sending.path}: ${why}, ${retries + 1} times` });
    const after = response instanceof Response ? Number(response.headers.get('retry-after')) * 1_000 : 0;
    await sleep(after > 0 ? after : Math.min(5_000, 100 * 2 ** Math.min(retries, 6)));
  }
};

/** The code of a problem answer, '' if it has none. */
const codeOf = (text: string): string => /"code":"([a-z0-9.-]+)"/.exec(text)?.[1] ?? '';
