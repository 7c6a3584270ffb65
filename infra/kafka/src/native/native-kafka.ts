import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokerProperties, loggingProperties } from './broker-properties.ts';
import type { Login, Ports } from './broker-properties.ts';
import { makeCertificate } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { kafkaVersion } from './fetch-jars.ts';
import { startJava } from './java-child.ts';
import type { JavaChild } from './java-child.ts';
import { prepareNativeKafka } from './prepare.ts';

export type NativeKafkaOptions = {
  /** Where the log lies; a temporary folder, removed by `stop`, unless told. */
  readonly dataPath?: string;
  /** Port of the broker on loopback; any free one unless told. */
  readonly port?: number;
  /** Another listener that tells clients to come by this port: that of a proxy in between. */
  readonly advertisedPort?: number;
  /** Another listener, with TLS and this login. */
  readonly login?: Login;
  /** Where progress goes; stderr unless told. */
  readonly say?: (text: string) => void;
  /** Told when the broker has ended without being asked, with the end of its output. */
  readonly onDeath?: (output: string) => void;
};

/** A broker that runs as a child of this process, and ends with it, also when this process is killed. */
export type NativeKafka = {
  /** For KAFKA_BROKERS. */
  readonly brokers: string;
  /** The listener that leads clients through `advertisedPort`. */
  readonly behindProxy: string | undefined;
  /** The listener with TLS and a login, and the certificate to trust; when a login was given. */
  readonly secured: { readonly brokers: string; readonly ca: string } | undefined;
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
const stopMs = 15_000;

/**
 * Starts a real Kafka broker without Docker: one node in KRaft mode on loopback, its files fetched once into the user's cache. Resolves when it serves.
 * @throws Error when there is no Java 17, a file cannot be fetched, or the broker does not start; its last output is in the message.
 */
export const startNativeKafka = async (options: NativeKafkaOptions = {}): Promise<NativeKafka> => {
  const { java, jars } = await prepareNativeKafka(options.say);
  const temporary = options.dataPath === undefined;
  const folder = options.dataPath ?? mkdtempSync(join(tmpdir(), 'da06-kafka-'));
  const [properties, logging] = [join(folder, 'server.properties'), join(folder, 'log4j2.properties')];
  mkdirSync(folder, { recursive: true });
  refuseIfServed(folder);
  const ports = await portsOf(options, () => makeCertificate(java, folder));
  writeFileSync(properties, brokerProperties(folder, ports));
  writeFileSync(logging, loggingProperties());
  const run = (main: string, args: readonly string[]): JavaChild => startJava(java, [`-Dlog4j2.configurationFile=${logging}`, '-cp', `${jars}/*`, main, ...args], temporary ? folder : '');

  let broker: JavaChild | undefined;
  const start = async (): Promise<void> => {
    const started = run('kafka.Kafka', [properties]);
    broker = started;
    writeFileSync(pidFile(folder), String(started.pid));
    await whenServing(started);
    void started.ended.then(() => {
      if (broker === started) options.onDeath?.(started.output());
    });
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = broker;
    broker = undefined;
    if (running === undefined) return;
    running.kill(signal);
    // A broker that hangs while it leaves is ended all the same: its log bears it.
    const timer = setTimeout(() => running.kill('SIGKILL'), stopMs);
    await running.ended;
    clearTimeout(timer);
  };
  const stop = async (): Promise<void> => {
    await end(temporary ? 'SIGKILL' : 'SIGTERM');
    if (temporary) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };

  try {
    if (!existsSync(join(folder, 'log', 'meta.properties'))) {
      const format = run('kafka.tools.StorageTool', ['format', `--cluster-id=${randomBytes(16).toString('base64url')}`, '-c', properties]);
      if ((await format.ended) !== 0) throw new Error(`Kafka could not format its folder: ${format.output()}`);
    }
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    brokers: `127.0.0.1:${ports.broker}`,
    behindProxy: ports.behindProxy === undefined ? undefined : `127.0.0.1:${ports.behindProxy.port}`,
    secured: ports.secured === undefined ? undefined : { brokers: `127.0.0.1:${ports.secured.port}`, ca: ports.secured.certificate.pem },
    version: kafkaVersion,
    pid: () => broker?.pid ?? -1,
    kill: () => end('SIGKILL'),
    start,
    restart: async () => {
      await end('SIGKILL');
      await start();
    },
    stop,
  };
};

const pidFile = (folder: string): string => join(folder, 'broker.pid');

/** Kafka's own lock comes too late: a second controller would have written to the first one's log by then. */
const refuseIfServed = (folder: string): void => {
  const pid = existsSync(pidFile(folder)) ? readFileSync(pidFile(folder), 'utf8') : '';
  if (pid !== '' && isRunning(Number(pid), folder)) throw new Error(`Process ${pid} serves ${folder} already.`);
};

/** Ids are used again, so that where the system tells it, the process must have been started on this folder. */
const isRunning = (pid: number, folder: string): boolean => {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !existsSync('/proc/self/cmdline') || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
};

/** Ports open before the broker is let in by its controller; this line comes when it is. Partitions get their leaders a moment later, for which clients ask again. */
const whenServing = async (broker: JavaChild): Promise<void> => {
  const until = performance.now() + startMs;
  while (!broker.output().includes('Kafka Server started')) {
    if (broker.hasEnded()) throw new Error(`Kafka ended while starting: ${broker.output()}`);
    if (performance.now() > until) {
      broker.kill('SIGKILL');
      throw new Error(`Kafka does not serve after ${startMs / 1000} s: ${broker.output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

const portsOf = async ({ port, advertisedPort, login }: NativeKafkaOptions, certificate: () => Certificate): Promise<Ports> => {
  const [broker, controller, second, third] = (await freePorts(4)) as [number, number, number, number];
  return {
    broker: port ?? broker,
    controller,
    ...(advertisedPort === undefined ? {} : { behindProxy: { port: second, advertised: advertisedPort } }),
    ...(login === undefined ? {} : { secured: { port: third, login, certificate: certificate() } }),
  };
};

/** Ports of loopback that were free a moment ago, held together so that they differ. */
const freePorts = async (count: number): Promise<number[]> => {
  const servers = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer();
      return new Promise<typeof server>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', () => resolve(server)));
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
};
