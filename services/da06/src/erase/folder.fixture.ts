import { createHybridClock } from '@da06/events';
import { loadLocality } from '@da06/reference';
import { createLogger, createMetrics } from '@da06/service-kit';
import { createVault } from '@da06/vault';
import { randomBytes } from 'node:crypto';
import { adminKeyOf } from '../data-folder/admin-key.ts';
import { readConfig } from '../config.ts';
import type { Config } from '../config.ts';
import { dataPaths, makeDataFolder } from '../data-folder/paths.ts';
import { openKeys } from '../master-key/open-keys.ts';
import { makeRegistration } from '../parts/make-registration.ts';
import { openLog } from '../parts/open-log.ts';

export const testLogger = createLogger({ name: 'test', level: 'error' });
export const configOf = (data: string, env: Readonly<Record<string, string>> = {}): Config => readConfig({ DA06_DATA: data, ...env }, '/');

type Answer = { readonly status: number; readonly body: Record<string, unknown> };
export type Registering = { readonly call: (method: string, path: string, body?: unknown) => Promise<Answer>; readonly close: () => Promise<void> };

/** Registration on a data folder, without tables and without an address: asked through its own `fetch`. */
const startRegistering = async (config: Config): Promise<Registering> => {
  const paths = dataPaths(config.data);
  makeDataFolder(paths);
  const locality = loadLocality(config.localityDir);
  const { log } = await openLog(config, { logger: testLogger, clientId: 'test', waitMs: 0, withKeys: true });
  const openRegistration = async () => {
    const keys = await openKeys({ config, log, logger: testLogger });
    const made = makeRegistration(config, { locality, log, keys, vault: createVault({ ...keys, store: log }), adminKey, logger: testLogger, metrics: createMetrics(), sequence: createHybridClock({ now: Date.now }) });
    await made.start();
    return made;
  };
  const adminKey = adminKeyOf(paths.adminKey, randomBytes);
  const registration = await openRegistration().catch(async (error: unknown) => {
    await log.close();
    throw error;
  });
  return {
    call: async (method, path, body) => {
      const headers = { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' };
      const response = await registration.fetch(new Request(`http://localhost${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }));
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    close: async () => {
      await registration.stop();
      await log.close();
    },
  };
};

export const withRegistering = async <T>(config: Config, work: (registering: Registering) => Promise<T>): Promise<T> => {
  const registering = await startRegistering(config);
  try {
    return await work(registering);
  } finally {
    await registering.close();
  }
};
