import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export type DataPaths = ReturnType<typeof dataPaths>;

/** Where everything of one data folder lies. */
export const dataPaths = (data: string) => ({
  root: data,
  lock: join(data, 'lock'),
  hostFile: join(data, 'host.json'),
  adminKey: join(data, 'admin.key'),
  hashKey: join(data, 'hash.key'),
  /** Unless DA06_MASTER_KEY_FILE or DA06_MASTER_KEY is set. */
  masterKey: join(data, 'master.key'),
  /** A change of the master key that has begun and is not finished. */
  erasePending: join(data, 'erase-pending.json'),
  /** What the demonstration is made of and how far it has come; `demonstration/state.ts`. */
  demonstration: join(data, 'demonstration.json'),
  /** Signed records of erasures, a JSON line each. */
  erasures: join(data, 'erasures.jsonl'),
  log: join(data, 'log'),
  /** The reference index of a log: offsets of one mean nothing in another. */
  refs: (logId: string) => join(data, logId === 'embedded' ? 'refs' : `refs-${logId.replaceAll(/[^\w-]/g, '_')}`),
  /** What is known of the watch-list, recent stays and alerts, of a log. */
  signals: (logId: string) => join(data, logId === 'embedded' ? 'signals' : `signals-${logId.replaceAll(/[^\w-]/g, '_')}`),
  clickhouse: join(data, 'clickhouse'),
  receiptKeys: join(data, 'receipt-keys'),
  tmp: join(data, 'tmp'),
});

/** Makes the folder and the parts that nothing else makes; only its owner may look in. */
export const makeDataFolder = (paths: DataPaths): void => {
  mkdirSync(paths.root, { recursive: true, mode: 0o700 });
  for (const dir of [paths.log, paths.clickhouse, paths.receiptKeys, paths.tmp]) mkdirSync(dir, { recursive: true, mode: 0o700 });
};
