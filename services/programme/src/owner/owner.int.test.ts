import { applyTopics, createEmbeddedLog, createKafkaLog, type EventLog } from '@da06/event-log';
import { sequenceOf, streamOwnerClaimedType, topics } from '@da06/events';
import { topicSettings } from '@da06/kafka';
import { healthResponse, listen } from '@da06/service-kit';
import { kafkaForTests, tempFolder } from '@da06/testkit';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createMember, ownedTopics, stateOf, type Member } from './testing/member.ts';

const brokers = (await kafkaForTests())?.brokers;
const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 60_000, interval: 20 });
const times = { lookMs: 50, answerMs: 500, misses: 3 };
const running = async (member: Member): Promise<Member> => {
  onTestFinished(async () => {
    await member.owner.stop();
    expect(member.fatal).toEqual([]);
  });
  await member.owner.start();
  return member;
};

describe('the owner on one machine', () => {
  const open = () => {
    const path = join(tempFolder(onTestFinished), 'log');
    let log = createEmbeddedLog({ path });
    onTestFinished(() => log.close());
    return {
      log,
      reopened: async () => {
        await log.close();
        log = createEmbeddedLog({ path });
        return log;
      },
    };
  };

  it('owns from its start, knows all that was decided before, and writes nothing of its claim', async () => {
    const place = open();
    const first = createMember({ log: place.log, alone: true, url: () => '' });
    await first.owner.start();
    expect(await place.log.ends(topics.steps)).toEqual([0n]);
    for (const step of [1, 2, 3]) await first.startStep(step);
    expect([...first.started]).toEqual([1, 2, 3]);
    await first.owner.stop();
    await expect(first.startStep(4)).rejects.toMatchObject({ code: 'programme.no-owner' });
    const log = await place.reopened();
    const second = await running(createMember({ log, alone: true, url: () => '' }));
    for (const topic of ownedTopics) expect(second.applied.filter((one) => one.topic === topic)).toEqual(first.applied.filter((one) => one.topic === topic));
    expect(second.applied).toHaveLength(6);
    await expect(second.startStep(3)).rejects.toMatchObject({ code: 'step.already-started' });
    await second.startStep(4);
    expect(await stateOf(log)).toEqual({ steps: [[1, 1], [2, 2], [3, 3], [4, 4]], figures: [1, 2, 3, 4], claims: [] });
  });

  it('decides one after the other: of two that start the same step at once one is refused', async () => {
    const { log } = open();
    const member = await running(createMember({ log, alone: true, url: () => '' }));
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => member.startStep(1 + (n % 10))));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    const { steps } = await stateOf(log);
    expect(steps.map(([, version]) => version)).toEqual(Array.from({ length: 10 }, (_, n) => n + 1));
  });

  it('puts its sequences above every one it has read', async () => {
    const { log } = open();
    const ahead = sequenceOf(Date.now() + 3_600_000);
    const before = await running(createMember({ log, alone: true, url: () => '' }));
    await before.startStep(1);
    const [, other] = before.applied;
    await before.owner.stop();
    await log.commitUnit({ append: [{ topic: topics.reports, key: 'x', value: Buffer.from(JSON.stringify({ ...other?.event, sequence: ahead })) }] });
    const after = await running(createMember({ log, alone: true, url: () => '' }));
    await after.startStep(2);
    expect((after.applied.at(-1)?.event.sequence ?? '') > ahead).toBe(true);
  });

  it('writes no event that could not be read back, and goes on', async () => {
    const { log } = open();
    const member = await running(createMember({ log, alone: true, url: () => '' }));
    await member.startStep(1);
    const [good] = member.applied;
    if (good === undefined) throw new Error('Nothing was applied.');
    await expect(member.owner.decide((keep) => keep([{ topic: topics.steps, event: { ...good.event, data: {} } }]))).rejects.toThrow(TypeError);
    await member.startStep(2);
    expect((await stateOf(log)).steps).toEqual([[1, 1], [2, 2]]);
  });
});

describe.skipIf(brokers === undefined)('owners that share a log', () => {
  const place = async () => {
    const topicPrefix = `${randomBytes(6).toString('hex')}.`;
    const connection = { brokers: (brokers ?? '').split(',') };
    await applyTopics({ connection, topicPrefix, topics: topicSettings });
    const quiet = { debug: () => {}, warn: () => {}, error: () => {} };
    return async (): Promise<EventLog> => {
      const log = await createKafkaLog({ connection, topicPrefix, clientId: 'test', cachePath: '', compacted: [], logger: quiet });
      onTestFinished(() => log.close());
      return log;
    };
  };
  /** An address whose process can be said to be gone. */
  const address = async () => {
    const seen: Request[] = [];
    let answer: ((request: Request) => Response | Promise<Response>) | undefined = () => healthResponse();
    const listener = await listen({
      hostname: '127.0.0.1', port: 0,
      fetch: async (request) => {
        seen.push(request);
        return (await answer?.(request)) ?? new Response(null, { status: 500 });
      },
    });
    onTestFinished(() => listener.close());
    return { url: listener.url, seen, answerWith: (next: typeof answer) => (answer = next), gone: () => (answer = undefined) };
  };

  it('are one that decides and others that follow it, and the next one goes on where it stopped', async () => {
    const open = await place();
    const [at1, at2] = [await address(), await address()];
    const log = await open();
    const first = await running(createMember({ log, alone: false, url: () => at1.url, times }));
    const second = await running(createMember({ log: await open(), alone: false, url: () => at2.url, times }));
    expect([first.owner.isOwner(), second.owner.isOwner()]).toEqual([true, false]);
    expect([first.owner.ownerUrl(), second.owner.ownerUrl()]).toEqual([undefined, at1.url]);
    await expect(second.startStep(1)).rejects.toMatchObject({ code: 'programme.no-owner', retryable: true });
    for (const step of [1, 2]) await first.startStep(step);
    await eventually(() => expect([...second.started]).toEqual([1, 2]));
    at1.gone();
    await first.owner.stop();
    await eventually(() => expect(second.owner.isOwner()).toBe(true));
    await expect(second.startStep(2)).rejects.toMatchObject({ code: 'step.already-started' });
    await second.startStep(3);
    await eventually(async () => expect(await stateOf(log)).toEqual({ steps: [[1, 1], [2, 2], [3, 3]], figures: [1, 2, 3], claims: [first.instance, second.instance] }));
    const claims = second.applied.filter(({ event }) => event.type === streamOwnerClaimedType);
    expect(claims.map(({ topic, event }) => [topic, event.data['url']]).toSorted()).toEqual([[topics.steps, at1.url], [topics.steps, at2.url], [topics.reports, at1.url], [topics.reports, at2.url]].toSorted());
  });

  it('lose the right to one that claims: what the first decides then is not in the log, and it follows the other', async () => {
    const open = await place();
    const [at1, at2] = [await address(), await address()];
    const log = await open();
    // It looks at the log again only when it has lost the right.
    const first = await running(createMember({ log, alone: false, url: () => at1.url, times: { ...times, lookMs: 600_000 } }));
    await first.startStep(1);
    at1.gone();
    const second = await running(createMember({ log: await open(), alone: false, url: () => at2.url, times }));
    await eventually(() => expect(second.owner.isOwner()).toBe(true));
    expect(first.owner.isOwner()).toBe(true);
    const late = await Promise.allSettled([first.startStep(2), first.startStep(3)]);
    for (const one of late) expect(one).toMatchObject({ status: 'rejected', reason: { code: 'programme.no-owner', retryable: true } });
    await second.startStep(4);
    await eventually(() => expect(first.owner.ownerUrl()).toBe(at2.url));
    expect([first.owner.isOwner(), second.owner.isOwner()]).toEqual([false, true]);
    await eventually(async () => expect((await stateOf(log)).steps).toEqual([[1, 1], [4, 2]]));
  });

  it('find out without deciding anything that another has claimed', async () => {
    const open = await place();
    const [at1, at2] = [await address(), await address()];
    const first = await running(createMember({ log: await open(), alone: false, url: () => at1.url, times }));
    at1.gone();
    const second = await running(createMember({ log: await open(), alone: false, url: () => at2.url, times }));
    await eventually(() => expect([first.owner.isOwner(), first.owner.ownerUrl(), second.owner.isOwner()]).toEqual([false, at2.url, true]));
  });

  it('take the right back at once after a restart at the same address, without waiting for themselves', async () => {
    const open = await place();
    const at = await address();
    const first = createMember({ log: await open(), alone: false, url: () => at.url, times });
    await first.owner.start();
    await first.owner.stop();
    const again = await running(createMember({ log: await open(), alone: false, url: () => at.url, times: { ...times, lookMs: 600_000 } }));
    expect(again.owner.isOwner()).toBe(true);
  });

  it('refuse to stand for the right without an address', async () => {
    const open = await place();
    await expect(createMember({ log: await open(), alone: false, url: () => '' }).owner.start()).rejects.toMatchObject({ code: 'config.invalid' });
  });

  it('send requests on as they came, once, and say when nobody answers', async () => {
    const open = await place();
    const [at1, at2] = [await address(), await address()];
    const first = await running(createMember({ log: await open(), alone: false, url: () => at1.url, times }));
    const second = await running(createMember({ log: await open(), alone: false, url: () => at2.url, times: { ...times, misses: 1_000_000 } }));
    const bodies: string[] = [];
    at1.answerWith(async (request) => {
      if (new URL(request.url).pathname === '/healthz') return healthResponse();
      bodies.push(await request.text());
      return Response.json({ đáp: 'xong' }, { status: 412, headers: { etag: '"8"' } });
    });
    const request = (headers: Record<string, string> = {}) =>
      new Request(`${at2.url}/v1/models/9/steps/1/start?dry=1`, { method: 'POST', body: '{"at":"2026-03-02"}', headers: { authorization: 'Bearer k', 'if-match': '"7"', 'idempotency-key': 'a b', 'content-type': 'application/json', ...headers } });
    const answer = await second.owner.forward(request());
    expect([answer.status, answer.headers.get('etag'), await answer.json()]).toEqual([412, '"8"', { đáp: 'xong' }]);
    const came = at1.seen.find(({ method }) => method === 'POST');
    expect(came?.url).toBe(`${at1.url}/v1/models/9/steps/1/start?dry=1`);
    expect(bodies).toEqual(['{"at":"2026-03-02"}']);
    expect(['authorization', 'if-match', 'idempotency-key', 'content-type'].map((name) => came?.headers.get(name))).toEqual(['Bearer k', '"7"', 'a b', 'application/json']);
    expect(came?.headers.get('da06-forwarded')).toBe('1');

    const none = { status: 503, code: 'programme.no-owner', retryAfter: '1' };
    const refused = async (member: Member, headers?: Record<string, string>) => {
      const response = await member.owner.forward(request(headers));
      return { status: response.status, code: ((await response.json()) as { code: string }).code, retryAfter: response.headers.get('retry-after') };
    };
    expect(await refused(second, { 'da06-forwarded': '1' })).toEqual(none);
    expect(await refused(first)).toEqual(none);
    at1.answerWith((request) => (new URL(request.url).pathname === '/healthz' ? healthResponse() : Promise.reject(new Error('cut'))));
    expect((await second.owner.forward(request())).status).toBe(500);
    await second.owner.stop();
  });
});
