import type { Sending } from '../feed/sending.ts';
import { readAnswer } from './answer.ts';
import { compareAnswer, type ReceiptTime } from './compare.ts';
import { sendOne, type Patience, type Transport } from './send-one.ts';

export type SendSummary = {
  requests: number; received: number; accepted: number; duplicate: number; amended: number; late: number; rejected: number; emptyDays: number;
  /** Requests that were sent again after they had been turned away. */
  retries: number;
  /** Requests that were answered otherwise than the truth has it. */
  differences: number;
};

/** Nothing sent yet. */
export const newSummary = (): SendSummary => ({ requests: 0, received: 0, accepted: 0, duplicate: 0, amended: 0, late: 0, rejected: 0, emptyDays: 0, retries: 0, differences: 0 });

/** Counts that an answer about records has. */
export const counted = ['received', 'accepted', 'duplicate', 'amended', 'late', 'rejected'] as const;

export type Difference = { readonly sending: Sending; readonly wrong: readonly string[] };

export type SendOptions = Patience & {
  readonly sendings: Iterable<Sending>;
  readonly transport: Transport;
  /** What the receipt times are; decides what can be compared. */
  readonly receiptTime: ReceiptTime;
  /** Requests on their way at most; those of one facility follow each other. */
  readonly concurrency?: number;
  readonly onAnswer?: (sending: Sending, summary: SendSummary) => void;
  readonly onDifference?: (difference: Difference) => void;
  /** Ends it early: nothing more is sent. */
  readonly signal?: AbortSignal;
};

/**
 * Sends everything, each facility's requests in their order, and holds every answer against what it must say.
 * @throws AppError of `sendOne`; then requests that were on their way have ended.
 */
export const sendAll = async (options: SendOptions): Promise<SendSummary> => {
  const { sendings, concurrency = 16, signal } = options;
  const summary = newSummary();
  const lanes = new Map<string, Promise<void>>();
  const onTheirWay = new Set<Promise<void>>();
  let failed: { readonly error: unknown } | undefined;
  for (const sending of sendings) {
    if (failed !== undefined || signal?.aborted === true) break;
    const task = (lanes.get(sending.facility) ?? Promise.resolve())
      .then(async () => {
        if (failed === undefined) await sendAndCompare(sending, options, summary);
      })
      .catch((error: unknown) => void (failed ??= { error }))
      .finally(() => {
        onTheirWay.delete(task);
        if (lanes.get(sending.facility) === task) lanes.delete(sending.facility);
      });
    lanes.set(sending.facility, task);
    onTheirWay.add(task);
    if (onTheirWay.size >= concurrency) await Promise.race(onTheirWay);
  }
  await Promise.all(onTheirWay);
  if (failed !== undefined) throw failed.error;
  return summary;
};

const sendAndCompare = async (sending: Sending, options: SendOptions, summary: SendSummary): Promise<void> => {
  const { status, body, retries } = await sendOne(sending, options.transport, options);
  summary.requests += 1;
  summary.retries += retries;
  const { expected } = sending;
  let wrong: readonly string[];
  if ('received' in expected) {
    const answer = readAnswer(body);
    for (const name of counted) summary[name] += answer[name];
    // A request that got no answer may have been taken: sent again, it is told as a repeat.
    wrong = retries > 0 ? [] : compareAnswer(expected, answer, options.receiptTime);
  } else {
    wrong = status === 200 || status === 201 ? [] : [`${status} instead of 200 or 201`];
    if (expected.about === 'empty-day') summary.emptyDays += 1;
  }
  if (wrong.length > 0) {
    summary.differences += 1;
    options.onDifference?.({ sending, wrong });
  }
  options.onAnswer?.(sending, summary);
};
