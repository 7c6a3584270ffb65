import { describe, expect, it } from 'vitest';
import type { Sending } from '../feed/sending.ts';
import { sendAll, type Difference, type SendOptions } from './send-all.ts';

const taken = { received: 1, accepted: 1, duplicate: 0, amended: 0, late: 0, rejected: 0 };
const sending = (number: number, facility = 'f-0', codes: Record<string, number> = {}): Sending => ({
  at: number, facility, method: 'PUT', path: `/${facility}/${number}`, contentType: 'application/json', body: '{}', expected: { about: 'stays', ...taken, codes },
});
const answer = (over: object = {}): Response => Response.json({ status: 'accepted', late: false, faults: [], ...over }, { status: 201 });
const turnedAway = (status: number, after?: string): Response => new Response('{}', { status, headers: after === undefined ? {} : { 'retry-after': after } });

const send = async (sendings: Iterable<Sending>, transport: SendOptions['transport'], over: Partial<SendOptions> = {}) => {
  const slept: number[] = [];
  const differences: Difference[] = [];
  let clock = 0;
  const sleep = (ms: number): Promise<void> => {
    slept.push(ms);
    clock += ms;
    return Promise.resolve();
  };
  const summary = await sendAll({ sendings, transport, receiptTime: 'sent', patienceMs: 10_000, now: () => clock, sleep, onDifference: (difference) => differences.push(difference), ...over });
  return { summary, slept, differences };
};

describe('sending a district', () => {
  it('sends what one facility sends one after the other, and of several facilities no more at a time than it may', async () => {
    const sendings = Array.from({ length: 60 }, (_, number) => sending(number, `f-${number % 7}`));
    const order = new Map<string, number[]>();
    const busy = new Set<string>();
    let most = 0;
    await send(sendings, async ({ facility, at }) => {
      expect(busy.has(facility)).toBe(false);
      busy.add(facility);
      most = Math.max(most, busy.size);
      order.set(facility, [...(order.get(facility) ?? []), at]);
      for (let turn = 0; turn < at % 5; turn += 1) await Promise.resolve();
      busy.delete(facility);
      return answer();
    }, { concurrency: 4 });
    expect([most > 1, most <= 4]).toEqual([true, true]);
    expect([...order.values()].flat()).toHaveLength(60);
    for (const sent of order.values()) expect(sent).toEqual([...sent].sort((a, b) => a - b));
  });

  it('takes no more sendings than are on their way: endless days are sent as they come', async () => {
    let made = 0;
    function* endless(): Generator<Sending> {
      for (;;) yield sending(made++);
    }
    const stop = new AbortController();
    const { summary } = await send(endless(), () => Promise.resolve(answer()), { concurrency: 3, signal: stop.signal, onAnswer: (_, { requests }) => void (requests === 50 && stop.abort()) });
    expect([summary.requests >= 50, made <= summary.requests + 4]).toEqual([true, true]);
  });

  it('sends again what was turned away, when told to or later and later, and does not hold it against the answer that it is a repeat', async () => {
    const answers = [turnedAway(429, '2'), turnedAway(503), new Error('reset'), answer({ status: 'duplicate' })];
    const { summary, slept, differences } = await send([sending(1)], () => {
      const next = answers.shift();
      return next instanceof Response ? Promise.resolve(next) : Promise.reject(next ?? new Error('none left'));
    });
    expect([slept, differences]).toEqual([[2_000, 200, 400], []]);
    expect(summary).toMatchObject({ requests: 1, retries: 3, duplicate: 1 });
  });

  it('gives up when patience ends, and at once on an answer that no feed should get; nothing is sent after it', async () => {
    await expect(send([sending(1)], () => Promise.resolve(turnedAway(503, '6')))).rejects.toMatchObject({ code: 'host.unreachable' });
    let asked = 0;
    const refusing = (): Promise<Response> => {
      asked += 1;
      return Promise.resolve(Response.json({ code: 'request.forbidden' }, { status: 403 }));
    };
    await expect(send([sending(1), sending(2), sending(3)], refusing)).rejects.toMatchObject({ code: 'request.invalid', context: { code: 'request.forbidden' } });
    expect(asked).toBe(1);
  });

  it('tells every answer that differs from what is true, in counts and in codes', async () => {
    const { summary, differences } = await send([sending(1), sending(2, 'f-0', { 'arrival.stale': 1 }), sending(3)], ({ at }) => Promise.resolve(at === 3 ? answer({ status: 'rejected', faults: [{ code: 'sex.unknown' }] }) : answer()));
    expect(differences.map(({ sending: { at }, wrong }) => [at, ...wrong])).toEqual([
      [2, 'arrival.stale 0 times instead of 1'],
      [3, 'accepted 0 instead of 1', 'rejected 1 instead of 0', 'sex.unknown 1 times instead of 0'],
    ]);
    expect(summary).toMatchObject({ requests: 3, accepted: 2, rejected: 1, differences: 2 });
  });

  it('leaves out what depends on the time of receipt where that is the host’s', async () => {
    const { differences } = await send([sending(1, 'f-0', { 'arrival.stale': 1 })], () => Promise.resolve(answer({ late: true })), { receiptTime: 'clock' });
    expect(differences).toEqual([]);
  });
});
