import { startNativeKafka } from '@da06/kafka';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { da06, startCommand } from './host.ts';
import type { CommandResult } from './host.ts';
import { startProgram } from './process.ts';
import type { Program } from './process.ts';
import { eventually, tempFolder } from './temp.ts';

/** One service in its process, ready to serve. */
export type RunningService = Program & { readonly url: string };

/** A Kafka broker, a ClickHouse engine behind HTTP, and services of one installation as processes of their own. */
export type Cluster = {
  readonly folder: string;
  readonly data: string;
  readonly kafkaVersion: string;
  readonly brokers: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly restartBroker: () => Promise<void>;
  readonly serve: (name: 'registration' | 'projector' | 'programme' | 'signals', settings?: Readonly<Record<string, string>>) => Promise<RunningService>;
  readonly command: (...args: readonly string[]) => Promise<CommandResult>;
  readonly startCommand: (...args: readonly string[]) => { done: Promise<CommandResult> };
  /** Asks registration as the administrator. */
  readonly call: (service: RunningService, method: string, path: string, body?: unknown) => Promise<Response>;
  /** Rows of a query of a person. */
  readonly sql: <Row>(query: string) => Promise<Row[]>;
  readonly close: () => Promise<void>;
};

/** Starts broker and engine, and makes topics, keys and tables as an administrator would. */
export const startCluster = async (name: string): Promise<Cluster> => {
  const folder = tempFolder(name);
  const data = join(folder.path, 'data');
  mkdirSync(data, { recursive: true });
  const broker = await startNativeKafka();
  const programs: Program[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(programs.filter((program) => !program.hasEnded()).map((program) => program.kill()));
    await broker.stop();
    folder.remove();
  };
  try {
    const engine = await startEngine(join(folder.path, 'clickhouse'));
    programs.push(engine.program);
    const settings = { DA06_DATA: data, KAFKA_BROKERS: broker.brokers, ...engine.settings };
    const command = (...args: readonly string[]): Promise<CommandResult> => da06(data, args, settings);
    for (const step of [['topics', 'apply'], ['migrate']]) {
      const { code, stderr } = await command(...step);
      if (code !== 0) throw new Error(`da06 ${step.join(' ')} ended with ${code}: ${stderr}`);
    }
    const serve: Cluster['serve'] = async (service, more = {}) => {
      const program = startProgram('services/da06/src/main.ts', ['serve', service], { PORT: '0', ...settings, ...more });
      programs.push(program);
      const url = await eventually(`${service} ready`, 90_000, async () => {
        if (program.hasEnded()) throw new Error(`${service} ended: ${program.stderr().slice(-2_000)}`);
        const line = program.stdout().split('\n').find((text) => text.startsWith('{"service"'));
        if (line === undefined) return undefined;
        const found = (JSON.parse(line) as { url: string }).url;
        const ready = await fetch(`${found}/healthz`).catch(() => undefined);
        return ready?.ok === true ? found : undefined;
      });
      return { ...program, url };
    };
    return {
      folder: folder.path, data, settings, command, serve, close,
      kafkaVersion: broker.version,
      brokers: broker.brokers,
      restartBroker: () => broker.restart(),
      startCommand: (...args) => startCommand(data, args, settings),
      call: (service, method, path, body) =>
        fetch(`${service.url}${path}`, {
          method,
          headers: { authorization: `Bearer ${readFileSync(join(data, 'admin.key'), 'utf8').trim()}`, 'content-type': 'application/json' },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      sql: async <Row>(query: string) => {
        const { code, stdout, stderr } = await command('sql', query, '--format', 'JSONEachRow');
        if (code !== 0) throw new Error(`da06 sql ended with ${code}: ${stderr}`);
        return stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Row);
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
};

/** The real engine behind its HTTP interface, in a process of its own: what stands for a ClickHouse server where none can run. */
const startEngine = async (path: string): Promise<{ program: Program; settings: Readonly<Record<string, string>> }> => {
  const password = randomBytes(12).toString('hex');
  const program = startProgram('packages/warehouse/src/engine-server/main.ts', ['--path', path, '--port', '0'], { DA06_ENGINE_PASSWORD: password });
  const url = await eventually('the engine', 120_000, () => {
    if (program.hasEnded()) throw new Error(`the engine ended: ${program.stderr()}`);
    const line = program.stdout().split('\n').find((text) => text.startsWith('{"url"'));
    return line === undefined ? undefined : (JSON.parse(line) as { url: string }).url;
  });
  return { program, settings: { CLICKHOUSE_URL: url, CLICKHOUSE_USER: 'default', CLICKHOUSE_PASSWORD: password } };
};
