import { fetchJars, kafkaVersion, prepareNativeKafka, startNativeKafka } from '@da06/kafka';
import kafkajs from 'kafkajs';
import type { Kafka } from 'kafkajs';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../free-port.ts';
import { spawned, type Spawned } from '../spawned.ts';
import { tempFolder } from '../temp-folder.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const required = process.env['DA06_REQUIRE_KAFKA'] === '1';
const missing = await prepareNativeKafka().then(() => undefined, (error: Error) => error.message);
if (missing !== undefined && !required) process.stderr.write(`DA06 tests: no native Kafka is tested: ${missing}\n`);

const clientOf = (brokers: string): Kafka => new kafkajs.Kafka({ clientId: 'test', brokers: brokers.split(','), logLevel: kafkajs.logLevel.NOTHING });

const produce = async (brokers: string, topic: string, values: readonly string[]): Promise<void> => {
  const producer = clientOf(brokers).producer();
  await producer.connect();
  await producer.send({ topic, acks: -1, messages: values.map((value) => ({ value, partition: 0 })) });
  await producer.disconnect();
};

const createTopic = async (brokers: string, topic: string): Promise<void> => {
  const admin = clientOf(brokers).admin();
  await admin.connect();
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 1, replicationFactor: 1 }] });
  await admin.disconnect();
};

const endOf = async (brokers: string, topic: string): Promise<string | undefined> => {
  const admin = clientOf(brokers).admin();
  await admin.connect();
  const [partition] = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  return partition?.high;
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '');
  } catch {
    return false;
  }
};

const untilGone = async (pid: number): Promise<void> => {
  const until = performance.now() + 10_000;
  while (isAlive(pid)) {
    if (performance.now() > until) throw new Error(`${pid} still lives`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

describe.skipIf(missing !== undefined && !required)('a native broker', () => {
  it('keeps acknowledged records and its address when it is killed and started again', async () => {
    const kafka = await startNativeKafka();
    onTestFinished(kafka.stop);
    await createTopic(kafka.brokers, 'kept');
    await produce(kafka.brokers, 'kept', ['one', 'two']);
    const before = kafka.pid();
    await kafka.restart();
    expect(kafka.pid()).not.toBe(before);
    expect(isAlive(before)).toBe(false);
    await produce(kafka.brokers, 'kept', ['three']);
    expect(await endOf(kafka.brokers, 'kept')).toBe('3');
  });

  it('leaves no process and no folder behind when it is stopped', async () => {
    const folders = (): string[] => readdirSync(tempParent).filter((name) => name.startsWith('da06-kafka-'));
    const [tempParent, before] = [tmpdir(), new Set<string>()];
    for (const name of folders()) before.add(name);
    const kafka = await startNativeKafka();
    const own = folders().filter((name) => !before.has(name) && readFileSync(join(tempParent, name, 'server.properties'), 'utf8').includes(kafka.brokers));
    expect(own).toHaveLength(1);
    const pid = kafka.pid();
    await kafka.stop();
    expect([isAlive(pid), existsSync(join(tempParent, own[0] ?? ''))]).toEqual([false, false]);
  });

  it('tells when it ends without being asked', async () => {
    let died: (output: string) => void = () => undefined;
    const death = new Promise<string>((resolve) => (died = resolve));
    const kafka = await startNativeKafka({ onDeath: died });
    onTestFinished(kafka.stop);
    process.kill(kafka.pid(), 'SIGKILL');
    await expect(death).resolves.toBeTypeOf('string');
  });

  it('says why when its port is taken', async () => {
    const server = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    await expect(startNativeKafka({ port })).rejects.toThrow(/Address already in use/);
  });
});

describe.skipIf(missing !== undefined && !required)('npm run kafka', () => {
  const data = tempFolder(afterAll);
  const run = async (...args: string[]): Promise<{ program: Spawned; brokers: string; broker: number }> => {
    const program = spawned(process.execPath, ['infra/setup/run.mjs', 'infra/kafka/src/main.ts', ...args], { cwd: root, env: process.env });
    onTestFinished(async () => void (await program.kill()));
    const line = await program.sees(/export KAFKA_BROKERS=\S+/, 60_000);
    return { program, brokers: line.split('=')[1] ?? '', broker: Number(/process (\d+)/.exec(program.errors())?.[1]) };
  };

  it('serves at the port that was asked for, keeps its data over a stop, and exits 0', async () => {
    const [port, folder] = [await freePort(), join(data, 'stopped')];
    const first = await run('--port', String(port), '--data', folder);
    expect(first.brokers).toBe(`127.0.0.1:${port}`);
    expect(first.program.errors()).toContain(`Kafka ${kafkaVersion} serves`);
    await createTopic(first.brokers, 'kept');
    await produce(first.brokers, 'kept', ['one']);
    expect(await first.program.kill('SIGTERM')).toBe(0);
    expect(isAlive(first.broker)).toBe(false);
    const second = await run('--port', String(port), '--data', folder);
    expect(await endOf(second.brokers, 'kept')).toBe('1');
    expect(await second.program.kill('SIGINT')).toBe(0);
  });

  it('takes its broker along when it is killed', async () => {
    const { program, broker } = await run('--data', join(data, 'killed'));
    expect(isAlive(broker)).toBe(true);
    await program.kill('SIGKILL');
    await untilGone(broker);
  });

  it('ends with 1 and says why when its broker is killed', async () => {
    const { program, broker } = await run('--data', join(data, 'orphaned'));
    process.kill(broker, 'SIGKILL');
    expect(await program.ended).toBe(1);
    expect(program.errors()).toContain('Kafka ended by itself');
  });

  it('refuses a folder that another one serves', async () => {
    const folder = join(data, 'served');
    const { broker } = await run('--data', folder);
    const other = spawned(process.execPath, ['infra/setup/run.mjs', 'infra/kafka/src/main.ts', '--data', folder], { cwd: root, env: process.env });
    expect(await other.ended).toBe(1);
    expect(other.errors()).toContain(`Process ${broker} serves ${folder} already.`);
    expect(isAlive(broker)).toBe(true);
  });

  it('says what is missing where there is no Java', async () => {
    const program = spawned(process.execPath, ['infra/setup/run.mjs', 'infra/kafka/src/main.ts', '--data', join(data, 'none')], { cwd: root, env: { ...process.env, JAVA_HOME: '/nowhere' } });
    expect(await program.ended).toBe(1);
    expect(program.errors()).toContain('needs Java 17 or later, and /nowhere/bin/java is none');
  });
});

describe.skipIf(missing !== undefined && !required)("the broker's files", () => {
  /** Maven Central as far as this machine's cache has it, each file altered as a test wants. */
  const mirror = async (alter: (bytes: Buffer, name: string) => Buffer | undefined): Promise<{ url: string; asked: string[] }> => {
    const { jars } = await prepareNativeKafka();
    const asked: string[] = [];
    const server = createServer((request, response) => {
      const name = basename(request.url ?? '');
      asked.push(name);
      const bytes = alter(readFileSync(join(jars, name)), name);
      if (bytes === undefined) response.writeHead(404).end();
      else response.end(bytes);
    });
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return { url: `http://127.0.0.1:${port}`, asked };
  };
  const quiet = { say: (): void => undefined };

  it('are fetched once, also by two at the same time, and whole', async () => {
    const cache = tempFolder(onTestFinished);
    const { url, asked } = await mirror((bytes) => bytes);
    const said: string[] = [];
    const options = { repository: url, cache, say: (text: string) => void said.push(text) };
    const [one, other] = await Promise.all([fetchJars(options), fetchJars(options)]);
    expect(one).toBe(other);
    expect(said[0]).toMatch(/fetching Kafka 4\.\d+\.\d+ \(\d+ MB, only this once\)/);
    const { jars } = await prepareNativeKafka();
    expect(readdirSync(one).sort()).toEqual(readdirSync(jars).filter((name) => name.endsWith('.jar')).sort());
    const before = asked.length;
    await fetchJars(options);
    expect(asked).toHaveLength(before);
  });

  it('are refused when they are not what was pinned, and are not kept', async () => {
    const cache = tempFolder(onTestFinished);
    const { url } = await mirror((bytes, name) => (name.startsWith('kafka-clients') ? Buffer.concat([bytes, Buffer.from('x')]) : bytes));
    await expect(fetchJars({ repository: url, cache, ...quiet })).rejects.toThrow(/kafka-clients\S+ is not the file that was pinned/);
    expect(existsSync(join(cache, 'da06', `kafka-${kafkaVersion}`, `kafka-clients-${kafkaVersion}.jar`))).toBe(false);
  });

  it('name the mirror setting when they cannot be had', async () => {
    const cache = tempFolder(onTestFinished);
    const { url } = await mirror(() => undefined);
    await expect(fetchJars({ repository: url, cache, ...quiet })).rejects.toThrow(/404.*MAVEN_REPO_URL/);
  });
});
