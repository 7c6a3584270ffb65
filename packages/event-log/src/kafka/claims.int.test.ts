import { startNativeKafka } from '@da06/kafka';
import { kafkaForTests, startKafkaProxy } from '@da06/testkit';
import kafkajs from 'kafkajs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Batch, EventLog, LogRecord, Ownership } from '../port.ts';
import { brokers, createPlace } from './place.fixture.ts';

const [topic, other] = ['stays', 'never'];
const possible = (await kafkaForTests())?.how === 'native';
const record = (key: string, of = topic) => ({ topic: of, key, value: Buffer.from(key) });
const eventually = <T>(check: () => T | Promise<T>, timeout = 60_000): Promise<T> => vi.waitFor(check, { timeout, interval: 20 });
const recordsOf = (log: EventLog, of = topic): Promise<readonly LogRecord[]> => log.read({ topic: of, partition: 0, from: 0n, limit: 1_000_000 });
const keysOf = async (log: EventLog, of = topic): Promise<string[]> => (await recordsOf(log, of)).map(({ key }) => key);

/** A process that writes with kafkajs' own producer and may leave a transaction in any state. */
const foreignProducer = async (transactionalId: string, on = brokers) => {
  const producer = new kafkajs.Kafka({ brokers: [on ?? ''], logLevel: kafkajs.logLevel.NOTHING }).producer({ transactionalId, idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  onTestFinished(() => producer.disconnect());
  return {
    /** Sends records in a transaction that is not ended. */
    leave: async (name: string, keys: readonly string[]) => {
      const transaction = await producer.transaction();
      await transaction.send({ topic: name, messages: keys.map((key) => ({ key, value: key })) });
      return transaction;
    },
  };
};

describe.skipIf(brokers === undefined)('claims on a broker', () => {
  it('abort what an owner before had under way, and nobody ever reads it', async () => {
    const place = createPlace();
    const log = await place.open({});
    onTestFinished(() => log.close());
    const dying = await foreignProducer(`${place.prefix}programme`);
    await log.commitUnit({ append: [record('before')] });
    const left = await dying.leave(`${place.prefix}${topic}`, ['never 1', 'never 2']);
    expect(await keysOf(log)).toEqual(['before']);
    const owner = await log.claim({ owner: 'programme', records: [record('claim')] });
    await owner.append([record('after')]);
    await eventually(async () => expect(await keysOf(log)).toEqual(['before', 'claim', 'after']));
    await expect(left.commit()).rejects.toThrow();
    const [of] = await Promise.all([recordsOf(log)]);
    for (const from of [0n, 1n, 2n, 3n, of[1]?.offset ?? 0n]) {
      const read = await log.read({ topic, partition: 0, from, limit: 10 });
      expect(read).toEqual(of.filter(({ offset }) => offset >= from));
    }
  });

  it('let a group pass what holds no record, but never beyond a batch that is not done', async () => {
    const place = createPlace();
    const log = await place.open({});
    onTestFinished(() => log.close());
    const foreign = await foreignProducer(`${place.prefix}foreign`);
    const taken: { batch: Batch; done: () => Promise<void> }[] = [];
    const consumer = log.consume({
      group: 'g', topics: [topic, other], maxRecords: 10, maxBytes: 1_000_000,
      onError: (error) => expect.unreachable(String(error)), onFatal: (error) => expect.unreachable(String(error)),
      handler: (batch, done) => Promise.resolve(void taken.push({ batch, done })),
    });
    await consumer.start();
    onTestFinished(() => consumer.stop());
    const committed = async () => (await log.committed('g', topic))[0];
    await log.commitUnit({ append: [record('a')] });
    await eventually(() => expect(taken).toHaveLength(1));
    await (await foreign.leave(`${place.prefix}${topic}`, ['never'])).abort();
    await log.commitUnit({ append: [record('elsewhere', other)] });
    await eventually(() => expect(taken).toHaveLength(2)); // it was read after what was aborted, or is about to be
    await eventually(async () => expect((await log.ends(topic))[0]).toBe(3n));
    expect(await committed()).toBe(0n);
    await taken[0]?.done();
    await taken[1]?.done();
    await eventually(async () => expect(await committed()).toBe(3n));
    expect(await consumer.lag()).toBe(0);
    // With nothing in hand it is passed at once.
    await (await foreign.leave(`${place.prefix}${topic}`, ['never'])).abort();
    await eventually(async () => expect(await committed()).toBe(5n));
    await eventually(async () => expect(await consumer.lag()).toBe(0));
    expect(taken.flatMap(({ batch }) => batch.records.map(({ key }) => key))).toEqual(['a', 'elsewhere']);
  });

  it('of two at the same moment leave one owner', async () => {
    const place = createPlace();
    const logs = [await place.open({}), await place.another(), await place.another()];
    onTestFinished(async () => void (await Promise.all(logs.map((log) => log.close()))));
    for (let round = 0; round < 5; round += 1) {
      const owners = (await Promise.allSettled(logs.map((log, n) => log.claim({ owner: 'programme', records: [record(`claim ${round}.${n}`)] })))).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const appended = await Promise.allSettled(owners.map((owner, n) => owner.append([record(`${round}.${n}`)])));
      const lost = appended.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      for (const error of lost) expect(error).toMatchObject({ code: 'log.not-owner', retryable: true });
      expect(owners.length - lost.length).toBe(1);
    }
  });
});

describe.skipIf(!possible)('an owner', () => {
  it('whose broker has taken a commit, and only the answer is lost, has its records in the log once', { timeout: 180_000 }, async () => {
    const proxy = await startKafkaProxy();
    const broker = await startNativeKafka({ advertisedPort: proxy.port });
    onTestFinished(async () => {
      await proxy.close();
      await broker.stop();
    });
    proxy.leadTo(broker.behindProxy ?? '');
    const place = createPlace({ on: broker.brokers });
    const direct = await place.open({});
    const through = await place.another({ connection: { brokers: [`127.0.0.1:${proxy.port}`] } });
    onTestFinished(async () => void (await Promise.all([direct.close(), through.close()])));
    const owner = await through.claim({ owner: 'programme', records: [record('claim')] });
    const keys = ['claim'];
    for (const lose of [proxy.dropAfterProduce, proxy.dropAfterEndTxn, proxy.dropAfterEndTxn, proxy.dropAfterProduce]) {
      const key = `k${keys.length}`;
      const lost = lose();
      await Promise.all([owner.append([record(key), record(key, other)]), lost]);
      keys.push(key);
    }
    expect(proxy.dropped()).toBe(4);
    await eventually(async () => expect(await keysOf(direct)).toEqual(keys));
    expect(await keysOf(direct, other)).toEqual(keys.slice(1));
  });

  it('bears the broker being killed under load: what was acknowledged is in the log once, and of anything else all or nothing', { timeout: 180_000 }, async () => {
    const kafka = await startNativeKafka();
    onTestFinished(() => kafka.stop());
    const place = createPlace({ on: kafka.brokers });
    const log = await place.open({});
    onTestFinished(() => log.close());
    const acknowledged: string[] = [];
    let running = true;
    const work = async (): Promise<void> => {
      let owner: Ownership | undefined;
      for (let n = 0; running; n += 1) {
        try {
          owner ??= await log.claim({ owner: 'programme', records: [] });
          await owner.append([record(`n${n}`), record(`n${n}`, other), record(`n${n} again`)]);
          acknowledged.push(`n${n}`);
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^log\.(unavailable|not-owner)$/) as string, retryable: true });
          owner = undefined;
        }
      }
    };
    const working = work();
    for (let round = 0; round < 2; round += 1) {
      const before = acknowledged.length;
      await eventually(() => expect(acknowledged.length).toBeGreaterThan(before + 30), 60_000);
      await kafka.restart();
    }
    await eventually(() => expect(acknowledged.length).toBeGreaterThan(90), 60_000);
    running = false;
    await working;
    await log.claim({ owner: 'programme', records: [record('end'), record('end', other)] });
    await eventually(async () => expect((await keysOf(log)).at(-1)).toBe('end'));
    await eventually(async () => expect((await keysOf(log, other)).at(-1)).toBe('end'));
    const [found, beside] = [(await keysOf(log)).slice(0, -1), (await keysOf(log, other)).slice(0, -1)];
    expect(new Set(found).size).toBe(found.length);
    expect(found.filter((_, index) => index % 2 === 0)).toEqual(beside);
    expect(found.filter((_, index) => index % 2 === 1)).toEqual(beside.map((key) => `${key} again`));
    expect(acknowledged.filter((key) => !beside.includes(key))).toEqual([]);
  });
});
