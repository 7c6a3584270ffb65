import { clickhouseForTests, removeFolder, spawned, tempFolder, type Spawned } from '@da06/testkit';
import { fileURLToPath } from 'node:url';
import { createEmbeddedWarehouse } from './embedded/embedded-warehouse.ts';
import type { ServerOptions } from './server/options.ts';
import { createServerWarehouse } from './server/server-warehouse.ts';
import type { Warehouse } from './warehouse.ts';

/** An engine to test on. */
export type Backend = {
  readonly warehouse: Warehouse;
  /** A second process on the same tables, as far as the engine has one. */
  readonly another: () => Promise<Warehouse>;
  readonly stop: () => Promise<void>;
};

/** The engines that a warehouse must be the same on. A server that was given keeps its tables: they are dropped first. */
export const backends: readonly { readonly where: string; readonly start: () => Promise<Backend> }[] = [
  {
    where: 'in this process',
    start: async () => {
      const path = tempFolder();
      const warehouse = await createEmbeddedWarehouse({ path, readers: 2 });
      return {
        warehouse,
        another: () => createEmbeddedWarehouse({ path, readers: 1 }),
        stop: async () => {
          await warehouse.close();
          removeFolder(path);
        },
      };
    },
  },
  {
    where: 'on a server',
    start: async () => {
      const { url, username, password, stop } = await clickhouseForTests();
      const options: ServerOptions = { url, username, password };
      const warehouse = await createServerWarehouse(options);
      await warehouse.migrate();
      for (const name of ['da06', 'da06_rebuild', 'da06_previous']) await warehouse.query(`DROP DATABASE IF EXISTS ${name} SYNC`);
      return {
        warehouse,
        another: () => createServerWarehouse(options),
        stop: async () => {
          await warehouse.close();
          await stop();
        },
      };
    },
  },
];

/** The embedded engine as a server in a process of its own, which can be killed and started again on the same address. */
export type EngineServer = { readonly url: string; readonly options: ServerOptions; readonly kill: () => Promise<unknown>; readonly start: () => Promise<void>; readonly stop: () => Promise<void> };

export const startEngineServer = async (timezone = 'America/New_York'): Promise<EngineServer> => {
  const path = tempFolder();
  let port = 0;
  let program: Spawned | undefined;
  let url = '';
  const start = async (): Promise<void> => {
    const settings = ['DA06_ENGINE_PASSWORD=secret', 'DA06_ENGINE_READER_PASSWORD=read', `TZ=${timezone}`];
    program = spawned('env', [...settings, process.execPath, 'infra/setup/run.mjs', 'packages/warehouse/src/engine-server/main.ts', '--path', path, '--port', String(port), '--reader-user', 'reader'], {
      cwd: fileURLToPath(new URL('../../../', import.meta.url)),
    });
    url = (JSON.parse(await program.sees(/\{"url".*\}/, 60_000)) as { url: string }).url;
    port = Number(new URL(url).port);
  };
  await start();
  return {
    url,
    options: { url, username: 'default', password: 'secret', reader: { username: 'reader', password: 'read' } },
    start,
    kill: () => program?.kill('SIGKILL') ?? Promise.resolve(),
    stop: async () => {
      await program?.kill('SIGKILL');
      removeFolder(path);
    },
  };
};
