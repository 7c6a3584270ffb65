import { facilityId, stayOf } from '../harness/stays.ts';
import { eventually } from '../harness/temp.ts';

/** Where stays and entries go at the moment; no answer, or one that asks to come again, is asked again. */
export type Doors = { readonly toStays: (method: string, path: string, body: unknown) => Promise<Response>; readonly toSignals: (method: string, path: string, body: unknown) => Promise<Response> };

export type SentWatched = {
  /** Matches that must be told, as `entry/ref`. */
  readonly expected: ReadonlySet<string>;
  /** Stays of people nobody watches for, and entries of people who never come. */
  readonly others: number;
  /** Requests that had to be sent again. */
  readonly again: number;
};

const prefix = 'SIG';
/** Numbers of people who are watched for and never come. */
const elsewhere = 500_000;
const patienceMs = 120_000;
const senders = 6;
const numberOf = (n: number): string => (stayOf(n, { now: 0 })['guest'] as { document: { number: string } }).document.number;
const entryOf = (n: number): object => ({ papers: [{ kind: 'cccd', number: numberOf(n) }], reasonClass: 'other', expiresOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10) });

/** Sends people who are watched for, the entry before the stay or after it, among others, until it is told to end. Each request is sent until it is answered, as a sender does. */
export const sendWatched = (doors: () => Doors, random: () => number) => {
  const expected = new Set<string>();
  const count = { others: 0, again: 0 };
  let ended = false;
  const send = (what: string, ask: () => Promise<Response>): Promise<Response> =>
    eventually(what, patienceMs, async () => {
      const answer = await ask().catch(() => undefined);
      if (answer !== undefined && answer.status < 500) return answer;
      count.again += 1;
      return undefined;
    });
  const stay = async (n: number): Promise<string> => {
    const body = stayOf(n, { now: Date.now(), prefix });
    const ref = String(body['ref']);
    const { status } = await send(ref, () => doors().toStays('PUT', `/v1/facilities/${facilityId}/stays/${ref}`, body));
    if (status !== 200 && status !== 201) throw new Error(`${ref}: answered ${String(status)}`);
    return ref;
  };
  const watch = async (n: number): Promise<string> => {
    const answer = await send(`the entry of ${String(n)}`, () => doors().toSignals('POST', '/v1/watch-entries', entryOf(n)));
    const { entry } = (await answer.json()) as { entry?: string };
    if (entry === undefined) throw new Error(`the entry of ${String(n)}: answered ${String(answer.status)}`);
    return entry;
  };
  const pair = async (n: number): Promise<void> => {
    const isLate = random() < 0.5;
    const before = isLate ? undefined : await watch(n);
    const ref = await stay(n);
    expected.add(`${before ?? (await watch(n))}/${ref}`);
  };
  /** Several at once, each with people of its own. */
  const sender = async (from: number, step: number): Promise<void> => {
    for (let n = from; !ended; n += step) {
      if (random() < 0.6) await pair(n);
      else {
        count.others += 1;
        await (random() < 0.5 ? stay(n) : watch(elsewhere + n));
      }
    }
  };
  const sending = Promise.all(Array.from({ length: senders }, (_, from) => sender(from, senders)));
  // It may fail while nobody waits for it yet; who ends it hears of it.
  sending.catch(() => undefined);
  return {
    end: async (): Promise<SentWatched> => {
      ended = true;
      await sending;
      return { expected, ...count };
    },
  };
};
