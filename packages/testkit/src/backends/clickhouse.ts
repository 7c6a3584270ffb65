import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { childEnvironment, readTestConfig } from '../config.ts';
import { spawned } from '../spawned.ts';
import { removeFolder, tempFolder } from '../temp-folder.ts';
import { dockerAnswers } from './docker.ts';
import { sayUsed } from './say.ts';

/** A real ClickHouse behind HTTP for tests, with a user who may do everything. */
export type TestClickhouse = {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly how: 'address' | 'container' | 'native';
  readonly stop: () => Promise<void>;
};

/** The release next to the embedded engine; docker-compose.yml has the same. */
const image = 'clickhouse/clickhouse-server:26.8.18.2';
const username = 'default';

/**
 * A server for the file that asks: that of DA06_TEST_CLICKHOUSE_URL, else a container where Docker answers, else the embedded engine behind its
 * HTTP interface in a process of its own. Each call starts one, as tables are named alike everywhere; a given address is used as it is.
 */
export const clickhouseForTests = async (): Promise<TestClickhouse> => {
  const { clickhouse: given } = readTestConfig();
  const clickhouse = await (given !== undefined ? { ...given, how: 'address' as const, stop: () => Promise.resolve() } : (await dockerAnswers()) ? startContainer() : startEngine());
  sayUsed(`ClickHouse (${clickhouse.how}) at ${clickhouse.url}`);
  return clickhouse;
};

const startContainer = async (): Promise<TestClickhouse> => {
  const { GenericContainer, Wait } = await import('testcontainers');
  const password = randomBytes(12).toString('hex');
  const container = await new GenericContainer(image)
    .withExposedPorts(8123)
    .withEnvironment({ CLICKHOUSE_USER: username, CLICKHOUSE_PASSWORD: password, CLICKHOUSE_DEFAULT_ACCESS_MANAGEMENT: '1' })
    .withWaitStrategy(Wait.forHttp('/ping', 8123))
    .start();
  return { url: `http://${container.getHost()}:${container.getMappedPort(8123)}`, username, password, how: 'container', stop: async () => void (await container.stop()) };
};

/** The adapter is started by its path and not imported: it uses this package in its own tests. */
const startEngine = async (): Promise<TestClickhouse> => {
  const password = randomBytes(12).toString('hex');
  const path = tempFolder();
  const program = spawned(process.execPath, ['infra/setup/run.mjs', 'packages/warehouse/src/engine-server/main.ts', '--path', path, '--port', '0'], {
    cwd: fileURLToPath(new URL('../../../../', import.meta.url)),
    env: childEnvironment({ DA06_ENGINE_PASSWORD: password }),
  });
  const stop = async (): Promise<void> => {
    await program.kill();
    removeFolder(path);
  };
  try {
    const line = await program.sees(/\{"url".*\}/, 60_000);
    return { url: (JSON.parse(line) as { url: string }).url, username, password, how: 'native', stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
