import kafkajs from 'kafkajs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Batch, ConsumeOptions, Consumer, EventLog } from '../port.ts';
import { brokers, createPlace, type Place } from './place.fixture.ts';

const onKafka = describe.skipIf(brokers === undefined);


const topic = 'stays';
const eventually = <T>(check: () => T | Promise<T>, timeout = 60_000): Promise<T> => vi.waitFor(check, { timeout, interval: 50 });
/** A member that a busy machine kept from its heartbeat is put out, and back after the session's time. */
const rejoined = 60_000;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const append = (log: EventLog, count: number, from = 0, size = 10) =>
  log.commitUnit({ append: Array.from({ length: count }, (_, index) => ({ topic, key: `k${from + index}`, value: Buffer.alloc(size, 97 + (index % 26)) })) });

const opened = async (place: Place, partitions: number): Promise<EventLog> => {
  const log = await place.open({ [topic]: partitions });
  onTestFinished(() => log.close());
  return log;
};

/** A member in a log of its own, as another process would be. */
const member = async (place: Place, options: Pick<ConsumeOptions, 'handler'> & Partial<ConsumeOptions>, timeouts = {}): Promise<Consumer> => {
  const log = await place.another({ timeouts: { sessionMs: 6_000, heartbeatMs: 200, rebalanceMs: 8_000, finishMs: 1_000, ...timeouts } });
  const unreachable = (error: unknown) => expect.unreachable(String(error));
  const consumer = log.consume({ group: 'g', topics: [topic], maxRecords: 50, maxBytes: 1_000_000, backOff: () => 20, onError: unreachable, onFatal: unreachable, ...options });
  await consumer.start();
  onTestFinished(async () => {
    await consumer.stop();
    await log.close();
  });
  return consumer;
};

const admin = async <T>(work: (client: kafkajs.Admin) => Promise<T>): Promise<T> => {
  const client = new kafkajs.Kafka({ brokers: [brokers ?? ''], logLevel: kafkajs.logLevel.NOTHING }).admin();
  await client.connect();
  return await work(client).finally(() => client.disconnect());
};

const removeBefore = (place: Place, offset: string) =>
  admin(async (client) => {
    const name = `${place.prefix}${topic}`;
    await client.fetchTopicOffsets(name); // or kafkajs does not know the topic's leader
    await client.deleteTopicRecords({ topic: name, partitions: [{ partition: 0, offset }] });
  });

onKafka('members of a group', () => {
  it('hand out every record while members come and go, and never commit past work that is not done, nor back', async () => {
    const place = createPlace();
    const log = await opened(place, 12);
    const handled = Array.from({ length: 12 }, () => new Set<number>());
    const handler = async (batch: Batch, done: () => Promise<void>) => {
      await pause(20);
      // Taken over now, done later and beside the next one, as a pipeline does.
      void pause(30).then(async () => {
        for (const { partition, offset } of batch.records) handled[partition]?.add(Number(offset));
        await done();
      });
    };
    const committed: (readonly bigint[])[] = [];
    let watching = true;
    const watch = (async () => {
      for (; watching; await pause(50)) {
        const now = await log.committed('g', topic);
        committed.push(now);
        for (const [partition, end] of now.entries()) for (let offset = 0; offset < Number(end); offset += 1) if (!handled[partition]?.has(offset)) expect.unreachable(`${partition}:${offset} is committed and not done`);
      }
    })();
    const first = await member(place, { handler });
    await member(place, { handler });
    let appended = 0;
    for (let round = 0; round < 60; round += 1) {
      await append(log, 60, appended);
      appended += 60;
      if (round === 20) await member(place, { handler });
      if (round === 40) await first.stop();
      await pause(50);
    }
    await eventually(async () => expect(await log.committed('g', topic)).toEqual(await log.ends(topic)));
    watching = false;
    await watch;
    expect(handled.reduce((sum, { size }) => sum + size, 0)).toBe(appended);
    for (const [index, now] of committed.entries()) for (const [partition, end] of now.entries()) expect(end).toBeGreaterThanOrEqual(committed[index - 1]?.[partition] ?? 0n);
  });

  it('share out the partitions evenly, and leave all of them to one that asks for them alone', async () => {
    const place = createPlace();
    const log = await opened(place, 12);
    const seen = [new Set<number>(), new Set<number>(), new Set<number>()];
    const handler = (which: number) => async (batch: Batch, done: () => Promise<void>) => {
      for (const { partition } of batch.records) seen[which]?.add(partition);
      await done();
    };
    const sizes = async () => {
      for (const one of seen) one.clear();
      await append(log, 200);
      await eventually(async () => expect(await log.committed('g', topic)).toEqual(await log.ends(topic)));
      return seen.map(({ size }) => size);
    };
    await member(place, { handler: handler(0) });
    const second = await member(place, { handler: handler(1) });
    await eventually(async () => expect(await sizes()).toEqual([6, 6, 0]), rejoined);
    const alone = await member(place, { handler: handler(2), exclusive: true });
    await eventually(() => expect(alone.ownsAll()).toBe(true));
    expect(second.ownsAll()).toBe(false);
    expect(await sizes()).toEqual([0, 0, 12]);
    await alone.stop();
    expect(alone.ownsAll()).toBe(false);
    await eventually(async () => expect(await sizes()).toEqual([6, 6, 0]), rejoined);
  }, 150_000);

  it('commit nothing of a batch whose partitions were given to another meanwhile', async () => {
    const place = createPlace();
    const log = await opened(place, 1);
    await append(log, 5);
    let late: (() => Promise<void>) | undefined;
    await member(place, { handler: (_batch, done) => Promise.resolve(void (late ??= done)) });
    await eventually(() => expect(late).toBeDefined());
    let other = 0;
    const alone = await member(place, {
      exclusive: true,
      handler: async ({ records }) => {
        other += records.length;
        await pause(0);
      },
    });
    await eventually(() => expect([alone.ownsAll(), other]).toEqual([true, 5]));
    await late?.();
    expect(await log.committed('g', topic)).toEqual([0n]);
  });

  it('wait quietly while there is nothing for them', async () => {
    const place = createPlace();
    await opened(place, 1);
    const alone = await member(place, { handler: (_batch, done) => done(), exclusive: true });
    const idle = await member(place, { handler: () => expect.unreachable('it holds nothing') });
    await eventually(() => expect(alone.ownsAll()).toBe(true));
    await pause(1_000);
    const before = process.cpuUsage();
    await pause(1_500);
    const { user, system } = process.cpuUsage(before);
    expect(idle.ownsAll()).toBe(false);
    expect(user + system).toBeLessThan(400_000); // µs of 1,500,000
  });

  it('keep their place while a handler takes longer than the session', async () => {
    const place = createPlace();
    const log = await opened(place, 2);
    await append(log, 10);
    const batches: number[] = [];
    await member(place, {
      handler: async ({ records }, done) => {
        batches.push(records.length);
        await pause(9_000);
        await done();
      },
    });
    await eventually(async () => expect(await log.committed('g', topic)).toEqual(await log.ends(topic)), 30_000);
    expect(batches).toEqual([10]);
  });

  it('leave and say so when nothing moves any more, and others go on', async () => {
    const place = createPlace();
    const log = await opened(place, 2);
    await append(log, 10);
    const fatal: unknown[] = [];
    await member(place, { handler: () => new Promise(() => {}), onFatal: (error) => fatal.push(error) }, { stuckMs: 1_500 });
    await eventually(() => expect(fatal).toMatchObject([{ code: 'log.consumer-stuck', context: { inHand: true } }]));
    expect(await log.committed('g', topic)).toEqual([0n, 0n]);
    let other = 0;
    await member(place, {
      handler: async ({ records }, done) => {
        other += records.length;
        await done();
      },
    });
    await eventually(() => expect(other).toBe(10), 5_000); // before the session of the first would have ended
  });
});

onKafka('a place outside the log', () => {
  const neverHandled = () => expect.unreachable('nothing may be handed out');

  it('stops a consumer at its start when records were removed before it came to them', async () => {
    const place = createPlace();
    const log = await opened(place, 1);
    await append(log, 30);
    await log.commit('g', [{ topic, partition: 0, offset: 5n }]);
    await removeBefore(place, '10');
    const fatal: unknown[] = [];
    await member(place, { handler: neverHandled, onFatal: (error) => fatal.push(error) });
    await eventually(() => expect(fatal).toMatchObject([{ code: 'log.offset-out-of-range', retryable: false, context: { partition: 0, offset: '5' } }]));
    expect(await log.committed('g', topic)).toEqual([5n]);
    await expect(log.read({ topic, partition: 0, from: 5n, limit: 1 })).rejects.toMatchObject({ code: 'log.offset-out-of-range' });
  });

  it('stops a consumer at work when records are removed before it comes to them', async () => {
    const place = createPlace();
    const log = await opened(place, 1);
    await append(log, 3);
    const fatal: unknown[] = [];
    const offsets: bigint[] = [];
    let release = () => {};
    await member(place, {
      handler: async ({ records }, done) => {
        offsets.push(...records.map(({ offset }) => offset));
        await new Promise<void>((resolve) => (release = resolve));
        await done();
      },
      onFatal: (error) => fatal.push(error),
    });
    await eventually(() => expect(offsets).toHaveLength(3));
    await append(log, 20, 3);
    await removeBefore(place, '15');
    release();
    await eventually(() => expect(fatal).toMatchObject([{ code: 'log.offset-out-of-range' }]));
    expect(offsets).toEqual([0n, 1n, 2n]);
    expect(await log.committed('g', topic)).toEqual([3n]);
  });

  it('stops a consumer whose topic was made anew with fewer records', async () => {
    const place = createPlace();
    const log = await opened(place, 1);
    await append(log, 30);
    await log.commit('g', [{ topic, partition: 0, offset: 30n }]);
    await admin((client) => client.deleteTopics({ topics: [`${place.prefix}${topic}`] }));
    await pause(500);
    const anew = await opened(place, 1);
    await append(anew, 5);
    await anew.commit('g', [{ topic, partition: 0, offset: 30n }]); // a broker forgets the places of a topic with it; those of a restored log it has
    const fatal: unknown[] = [];
    await member(place, { handler: neverHandled, onFatal: (error) => fatal.push(error) });
    await eventually(() => expect(fatal).toMatchObject([{ code: 'log.offset-out-of-range', context: { offset: '30' } }]));
  });

  it('is no place of a new group: that begins with the first record there is', async () => {
    const place = createPlace();
    const log = await opened(place, 1);
    await append(log, 10);
    await removeBefore(place, '4');
    const offsets: bigint[] = [];
    const consumer = await member(place, {
      handler: async ({ records }, done) => {
        offsets.push(...records.map(({ offset }) => offset));
        await done();
      },
    });
    await eventually(() => expect(offsets).toEqual([4n, 5n, 6n, 7n, 8n, 9n]));
    await eventually(async () => expect(await consumer.lag()).toBe(0));
  });
});

onKafka('a member', () => {
  it('appends, reads and hands out records of 5 MB among small ones', async () => {
    const place = createPlace();
    const log = await opened(place, 3);
    const big = Buffer.alloc(5_000_000, 'xin chào ');
    await log.commitUnit({ append: Array.from({ length: 30 }, (_, index) => ({ topic, key: `k${index}`, value: index % 6 === 0 ? big : Buffer.from('small') })) });
    const sizes: number[] = [];
    await member(place, {
      handler: async ({ records }, done) => {
        sizes.push(...records.map(({ value }) => value.byteLength));
        await done();
      },
    });
    await eventually(() => expect(sizes).toHaveLength(30));
    expect(sizes.filter((size) => size === big.byteLength)).toHaveLength(5);
    const read = (await Promise.all([0, 1, 2].map((partition) => log.read({ topic, partition, from: 0n, limit: 100 })))).flat();
    expect(read.filter(({ value }) => big.equals(value))).toHaveLength(5);
  });

  it('takes positions for a group that has no members, and refuses them while it has', async () => {
    const place = createPlace();
    const log = await opened(place, 2);
    const consumer = await member(place, { handler: (_batch, done) => done() });
    await eventually(() => expect(consumer.ownsAll()).toBe(true));
    await expect(log.commit('g', [{ topic, partition: 0, offset: 0n }])).rejects.toMatchObject({ code: 'log.unavailable', retryable: true });
    await consumer.stop();
    await log.commit('g', [{ topic, partition: 0, offset: 0n }]);
  });
});
