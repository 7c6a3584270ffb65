import { applyTopics, createKafkaLog } from '@da06/event-log';
import { topicSettings } from '@da06/kafka';
import { kafkaForTests, programArguments, spawned, tempFolder, type Spawned } from '@da06/testkit';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { stateOf } from './testing/member.ts';

const brokers = (await kafkaForTests())?.brokers;
const program = fileURLToPath(new URL('./testing/run-member.ts', import.meta.url));
const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 60_000, interval: 20 });
const lookMs = '200';

type Member = Spawned & { readonly url: string };

const place = async () => {
  const topicPrefix = `${randomBytes(6).toString('hex')}.`;
  const connection = { brokers: (brokers ?? '').split(',') };
  await applyTopics({ connection, topicPrefix, topics: topicSettings });
  const log = await createKafkaLog({ connection, topicPrefix, clientId: 'test', cachePath: '', compacted: [], logger: { debug: () => {}, warn: () => {}, error: () => {} } });
  onTestFinished(() => log.close());
  return {
    log,
    member: async (): Promise<Member> => {
      const child = spawned(process.execPath, [...programArguments(program), brokers ?? '', topicPrefix, tempFolder(onTestFinished), lookMs]);
      onTestFinished(async () => void (await child.kill('SIGKILL')));
      const at = await child.sees(/at http:\S+\n/);
      await child.sees(/started\n/);
      return { ...child, url: at.slice(3).trim() };
    },
  };
};

type Answer = { readonly status: number; readonly code?: string; readonly instance?: string };
/** Asks a process to start a step; with `here` it must not send the request on. */
const start = async (member: Member, step: number, here = false): Promise<Answer> => {
  const response = await fetch(`${member.url}/steps/${step}`, { method: 'POST', ...(here ? { headers: { 'only-here': '1' } } : {}) });
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
};
const owns = (member: Member): boolean => member.output().trimEnd().split('\n').findLast((line) => line === 'owner' || line === 'standby') === 'owner';

describe.skipIf(brokers === undefined)('two processes that may own the same topics', () => {
  it('a stopped owner that wakes up after another took over decides nothing more: its event is not in the log', { timeout: 180_000 }, async () => {
    const { log, member } = await place();
    const [first, second] = [await member(), await member()];
    expect([owns(first), owns(second)]).toEqual([true, false]);
    expect(await start(first, 1)).toMatchObject({ status: 200 });
    expect(await start(second, 2)).toMatchObject({ status: 200 }); // sent on
    process.kill(first.pid, 'SIGSTOP');
    // Waits in the stopped process and is the first thing it reads when it wakes up.
    const late = [3, 4, 5].map((step) => start(first, step, true));
    await eventually(() => expect(owns(second)).toBe(true));
    expect(await start(second, 6)).toMatchObject({ status: 200 });
    process.kill(first.pid, 'SIGCONT');
    for (const answer of await Promise.all(late)) expect(answer).toMatchObject({ status: 503, code: 'programme.no-owner' });
    await eventually(() => expect(owns(first)).toBe(false));
    // Sent on, the other way round, as soon as it has read who claimed.
    const answer = await eventually(async () => {
      const asked = await start(first, 7);
      expect(asked).toMatchObject({ status: 200 });
      return asked;
    });
    await eventually(async () => expect(await stateOf(log)).toMatchObject({ steps: [[1, 1], [2, 2], [6, 3], [7, 4]], figures: [1, 2, 3, 4] }));
    expect((await stateOf(log)).claims.at(-1)).toBe(answer.instance);
  });

  it('of a killed owner the other takes over: what was acknowledged is there once, and nothing is half there', { timeout: 180_000 }, async () => {
    const { log, member } = await place();
    let [owner, standby] = [await member(), await member()];
    const acknowledged = new Set<number>();
    let next = 0;
    let running = true;
    /** Every step is asked for until it is answered, as a client with an idempotency key does: a step found done was done by an answer that was lost. */
    const client = async (): Promise<void> => {
      while (running) {
        const step = (next += 1);
        for (let turn = 0; running && !acknowledged.has(step); turn += 1) {
          const answer = await start(turn % 2 === 0 ? owner : standby, step).catch(() => undefined);
          if (answer?.status === 200 || answer?.code === 'step.already-started') acknowledged.add(step);
          else await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }
    };
    const clients = [client(), client(), client()];
    for (let round = 0; round < 3; round += 1) {
      const before = acknowledged.size;
      await eventually(() => expect(acknowledged.size).toBeGreaterThan(before + 30));
      await owner.kill('SIGKILL');
      await eventually(() => expect(owns(standby)).toBe(true));
      [owner, standby] = [standby, await member()];
    }
    const before = acknowledged.size;
    await eventually(() => expect(acknowledged.size).toBeGreaterThan(before + 30));
    running = false;
    await Promise.all(clients);
    const { steps, figures, claims } = await stateOf(log);
    expect(claims).toHaveLength(4);
    expect(steps.map(([, version]) => version)).toEqual(steps.map((_, index) => index + 1));
    expect(figures).toEqual(steps.map((_, index) => index + 1));
    const found = steps.map(([step]) => step);
    expect(new Set(found).size).toBe(found.length);
    expect([...acknowledged].filter((step) => !found.includes(step))).toEqual([]);
  });
});
