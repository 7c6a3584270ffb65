import { ask, problemText } from '../cli/target.ts';
import type { HostTarget } from '../cli/target.ts';
import { noHost, wrongUse } from '../cli/exit.ts';
import { BatchAnswer } from './answer.ts';
import type { FileBatch } from './batches.ts';

export type SendOptions = {
  /** Finds the host anew: after a crash it may be back under another address. */
  readonly target: () => Promise<HostTarget>;
  readonly path: string;
  readonly contentType: string;
  /** Milliseconds after which an answer is given up and the batch sent again. */
  readonly timeoutMs: number;
  /** Milliseconds to keep trying while nothing answers. */
  readonly patienceMs: number;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly onRetry: (why: string) => void;
};

/** 422 with items is an answer too: none of the batch was fit. */
const answered = new Set([200, 201, 207, 422]);

/**
 * Sends one batch until it is answered. Sending it again is safe: the same content under the same reference is a duplicate
 * and gets its first event and number.
 * @throws CliFailure 2 when the host refuses the request as such, 3 when nothing answers for `patienceMs`.
 */
export const sendBatch = async (batch: FileBatch, options: SendOptions): Promise<BatchAnswer> => {
  const started = options.now();
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await trySend(batch, options);
    if (outcome.answer !== undefined) return outcome.answer;
    if (options.now() - started > options.patienceMs) throw noHost(`Batch at record ${batch.firstIndex + 1}: gave up after ${attempt} attempts: ${outcome.retry}`);
    options.onRetry(outcome.retry);
    await options.sleep(outcome.waitMs ?? Math.min(5_000, 200 * 2 ** Math.min(attempt, 6)));
  }
};

type Outcome = { answer: BatchAnswer } | { answer?: undefined; retry: string; waitMs?: number };

const trySend = async (batch: FileBatch, options: SendOptions): Promise<Outcome> => {
  let response: Response;
  let text: string;
  try {
    const target = await options.target();
    response = await ask(target, options.path, {
      method: 'POST',
      headers: { 'content-type': options.contentType },
      body: new Uint8Array(batch.body),
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    text = await response.text();
  } catch (error) {
    return { retry: error instanceof Error ? error.message : 'no answer' };
  }
  if (answered.has(response.status)) {
    const body = parseJson(text);
    if (body === undefined) return { retry: 'the answer was cut off' };
    const answer = BatchAnswer.safeParse(body);
    if (answer.success) return { answer: answer.data };
  }
  if (response.status === 429 || response.status >= 500) {
    const after = Number(response.headers.get('retry-after'));
    return { retry: `${response.status}`, ...(after > 0 && { waitMs: after * 1_000 }) };
  }
  throw wrongUse(await problemText(new Response(text, { status: response.status })));
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
