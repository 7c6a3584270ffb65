import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { fetchJars, kafkaVersion } from './fetch-jars.ts';
import { isJava } from './java.ts';

export type NativeKafkaOptions = {
  /** Where the log lies; a temporary folder, removed by `stop`, unless told. */
  readonly dataPath?: string;
  /** Port of the broker on loopback; any free one unless told. */
  readonly port?: number;
  /** Another listener that tells clients to come by this port: that of a proxy in between. */
  readonly advertisedPort?: number;
  readonly say?: (text: string) => void;
};

/** A broker that runs as a child of this process, and ends with it. */
export type NativeKafka = {
  /** For KAFKA_BROKERS. */
  readonly brokers: string;
  /** The listener that leads clients through `advertisedPort`. */
  readonly behindProxy: string | undefined;
  readonly version: string;
  readonly pid: () => number;
  /** SIGKILL, and the same broker again on the same data and ports. */
  readonly restart: () => Promise<void>;
  /** SIGKILL alone. */
  readonly kill: () => Promise<void>;
  /** Starts it again after `kill`. */
  readonly start: () => Promise<void>;
  /** Ends it, and removes the data unless the folder was given. */
  readonly stop: () => Promise<void>;
};

const startMs = 60_000;

/**
 * Starts a real Kafka broker without Docker: one node in KRaft mode on loopback, its files fetched once into the user's cache.
 * @throws Error when there is no Java 17, or the broker does not start; its last output is in the message.
 */
export const startNativeKafka = async (options: NativeKafkaOptions = {}): Promise<NativeKafka> => {
  const { java, repository, cache } = readConfig();
  if (!isJava(java)) throw new Error('Kafka needs Java 17 or later (a JDK or JRE; JAVA_HOME or java on the PATH).');
  const jars = await fetchJars({ repository, cache, say: options.say ?? ((text) => void process.stderr.write(`${text}
`)) });
  const folder = options.dataPath ?? mkdtempSync(join(tmpdir(), 'da06-kafka-'));
  const ports = { broker: options.port ?? (await freePort()), controller: await freePort(), behindProxy: options.advertisedPort === undefined ? undefined : await freePort() };
  const properties = join(folder, 'server.properties');
  mkdirSync(folder, { recursive: true });
  writeFileSync(properties, settingsOf(join(folder, 'log'), ports, options.advertisedPort));
  // The embedded log's lesson holds here too: a small heap, a plain collector and no late compiler start a broker in seconds.
  const flags = ['-Xms128m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto', '-cp', `${jars}/*`];
  const run = (main: string, args: readonly string[]): ChildProcess => spawn(java, [...flags, main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });

  if (!existsSync(join(folder, 'log', 'meta.properties'))) {
    const format = run('kafka.tools.StorageTool', ['format', `--cluster-id=${randomBytes(16).toString('base64url')}`, '-c', properties]);
    const { code, text } = await ended(format);
    if (code !== 0) throw new Error(`Kafka could not format its folder: ${text.slice(-1_000)}`);
  }

  let broker: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    broker = run('kafka.Kafka', [properties]);
    endWithParent(broker);
    await whenListening(broker, ports.broker);
    if (ports.behindProxy !== undefined) await whenListening(broker, ports.behindProxy);
  };
  const kill = async (signal: NodeJS.Signals = 'SIGKILL'): Promise<void> => {
    const running = broker;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await gone;
  };
  await start();
  return {
    brokers: `localhost:${ports.broker}`,
    behindProxy: ports.behindProxy === undefined ? undefined : `localhost:${ports.behindProxy}`,
    version: kafkaVersion,
    pid: () => broker?.pid ?? -1,
    kill: () => kill(),
    start,
    restart: async () => {
      await kill();
      await start();
    },
    stop: async () => {
      await kill(options.dataPath === undefined ? 'SIGKILL' : 'SIGTERM');
      if (options.dataPath === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};

type Ports = { readonly broker: number; readonly controller: number; readonly behindProxy: number | undefined };

const settingsOf = (log: string, { broker, controller, behindProxy }: Ports, advertisedPort: number | undefined): string => {
  const proxy = behindProxy === undefined ? { listener: '', advertised: '', protocol: '' } : { listener: `,PROXY://localhost:${behindProxy}`, advertised: `,PROXY://localhost:${advertisedPort}`, protocol: ',PROXY:PLAINTEXT' };
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@localhost:${controller}`,
    'listeners': `PLAINTEXT://localhost:${broker},CONTROLLER://localhost:${controller}${proxy.listener}`,
    'advertised.listeners': `PLAINTEXT://localhost:${broker}${proxy.advertised}`,
    'listener.security.protocol.map': `PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT${proxy.protocol}`,
    'inter.broker.listener.name': 'PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': log,
    'auto.create.topics.enable': 'false',
    // A single node: nothing to replicate to, and members of a group need not wait for each other.
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '4',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    'group.initial.rebalance.delay.ms': '0',
    // After SIGKILL the controller lets the same broker back in only when its old session has ended.
    'broker.session.timeout.ms': '1500',
    'broker.heartbeat.interval.ms': '300',
    'message.max.bytes': String(33 * 1024 * 1024),
    'replica.fetch.max.bytes': String(33 * 1024 * 1024),
    'log.cleaner.dedupe.buffer.size': String(16 * 1024 * 1024),
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
};

/** A JVM outlives a parent that was killed; this watches the parent's end of a pipe and ends it. */
const endWithParent = (child: ChildProcess): void => {
  const watch = spawn('sh', ['-c', `read _; kill -9 ${child.pid}`], { stdio: ['pipe', 'ignore', 'ignore'] });
  child.once('exit', () => watch.kill('SIGKILL'));
  watch.unref();
  (watch.stdin as unknown as { unref?: () => void } | null)?.unref?.();
};

const whenListening = async (broker: ChildProcess, port: number): Promise<void> => {
  let output = '';
  for (const stream of [broker.stdout, broker.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-8_000)));
  const until = performance.now() + startMs;
  while (!(await connects(port))) {
    if (broker.exitCode !== null || broker.signalCode !== null) throw new Error(`Kafka ended while starting: ${output.slice(-2_000)}`);
    if (performance.now() > until) throw new Error(`Kafka does not listen after ${startMs / 1000} s: ${output.slice(-2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const connects = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, 'localhost', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

const ended = (child: ChildProcess): Promise<{ code: number | null; text: string }> => {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (part: string) => (text += part));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, text }));
  });
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
