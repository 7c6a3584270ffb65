import { AppError } from '@da06/errors';
import type { EventLog } from '@da06/event-log';
import { topics, type HybridClock } from '@da06/events';
import type { Locality } from '@da06/reference';
import { createAuth, createBodyReader, createIds, createTurns, hashKey, problem, type Auth, type Described, type InProcess, type KeyHolder, type Logger, type Metrics } from '@da06/service-kit';
import type { Vault } from '@da06/vault';
import { mkdirSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { createCommitter, type Committer } from './commit/committer.ts';
import { createApp } from './http/app.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { createRegistrationMetrics, type RegistrationMetrics } from './metrics.ts';
import { loadReceiptKeys } from './receipts/receipt-keys.ts';
import { catchUp, observeNewest } from './refs/catch-up.ts';
import { createRefsIndex, type RefsIndex } from './refs/refs-index.ts';
import { publishLocality } from './registry/publish.ts';
import { readRegistry } from './registry/read-registry.ts';
import { createRegistry, type Registry } from './registry/registry.ts';
import { createTakeIn } from './take-in/take-in.ts';
import type { TakeIn } from './take-in/types.ts';

export type RegistrationDeps = {
  readonly log: EventLog;
  readonly vault: Vault;
  readonly locality: Locality;
  /** The administrator's own key, of the data folder. */
  readonly adminKey: string;
  /** Folder of the reference index; it may be removed, and is then read again from the log. */
  readonly refsPath: string;
  readonly receiptKeysPath: string;
  readonly clock: { readonly now: () => number };
  /** The process's one hybrid clock; raised above what the log holds at start. */
  readonly sequence: HybridClock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly limits?: Partial<Limits>;
  readonly newId?: () => string;
  readonly random?: (bytes: number) => Uint8Array;
  readonly takeIn?: TakeIn;
  /** Routes of the same process that the description has to show beside registration's. */
  readonly others?: Described | undefined;
};

/** What a start after a stop may have anew: the master key was changed meanwhile. */
type Renewed = { readonly vault: Vault; readonly takeIn: TakeIn };

export type Registration = {
  /** Reads the log to its end, then takes requests; again after `stop`, with what is renewed. @throws AppError `config.invalid`, `log.closed`. */
  readonly start: (renewed?: Renewed) => Promise<void>;
  /** Finishes what was begun and closes the index. */
  readonly stop: () => Promise<void>;
  readonly ready: () => boolean;
  /** Every route; 503 `service.not-ready` until started. `inProcess` is what a caller of this process may say beside the request. */
  readonly fetch: Fetch;
  /** Who a key belongs to, for routes of the same host. */
  readonly findKey: (key: string) => KeyHolder | undefined;
  /** Who sends a request, for services of the same host; counted as one of the key's. @throws AppError `request.unauthorized`, RateLimited. */
  readonly authenticate: Auth['authenticate'];
};

/** Registration of stays over HTTP: reads, checks, seals, decides, records, signs (README). */
export const createRegistration = (deps: RegistrationDeps): Registration => {
  const limits = { ...defaultLimits, ...deps.limits };
  const registry = createRegistry();
  const auth = createAuth({ keys: registry.keys, adminKey: deps.adminKey, rateRequests: limits.rateRequests, rateSeconds: limits.rateSeconds });
  const metrics = createRegistrationMetrics(deps.metrics);
  let opened: Opened | undefined;
  // A pause that is asked for while a start still reads the log waits for it: a start that ended later would go on under the keys of before.
  const inTurn = createTurns();

  return {
    start: (renewed) =>
      inTurn(async () => {
        opened = await open({ ...deps, ...renewed }, { limits, registry, auth, metrics });
      }),
    stop: () =>
      inTurn(async () => {
        const closing = opened;
        opened = undefined;
        await closing?.close();
      }),
    ready: () => opened !== undefined,
    fetch: (request, inProcess) => opened?.fetch(request, inProcess) ?? problem('service.not-ready', { retryAfter: 1 }),
    findKey: (key) => registry.keys.byHash(hashKey(key)),
    authenticate: auth.authenticate,
  };
};

type Fetch = (request: Request, inProcess?: InProcess) => Response | Promise<Response>;
type Opened = { readonly fetch: Fetch; readonly close: () => Promise<void> };

type Lasting = { readonly limits: Limits; readonly registry: Registry; readonly auth: Auth; readonly metrics: RegistrationMetrics };

const open = async (deps: RegistrationDeps, { limits, registry, auth, metrics }: Lasting): Promise<Opened> => {
  const { log, sequence, logger, vault, locality } = deps;
  const newId = deps.newId ?? createIds({ now: deps.clock.now, random: randomBytes });
  mkdirSync(deps.refsPath, { recursive: true, mode: 0o700 });
  const refs = createRefsIndex(deps.refsPath);
  try {
    for (const topic of Object.values(topics)) await observeNewest(log, topic, sequence.observe);
    await readRegistry(log, registry);
    const { records } = await catchUp({ log, refs, observe: sequence.observe });
    if (records > 0) logger.info({ records }, 'read the log into the reference index');
    const committer = openCommitter(deps, refs, newId, metrics);
    const published = await publishLocality({ registry, locality, committer, now: deps.clock.now });
    if (published > 0) logger.info({ published }, 'published units and definitions of figures');
    const takeIn = deps.takeIn ?? createTakeIn({ locality, vault });
    const service = {
      log, vault, locality, logger, metrics, registry, refs, committer, takeIn,
      now: deps.clock.now, random: deps.random ?? randomBytes,
      receiptKeys: await loadReceiptKeys(deps.receiptKeysPath, deps.clock.now),
      auth,
      withBody: createBodyReader(limits),
      inTurn: createTurns(),
    };
    const app = createApp(service, { metrics: deps.metrics, logger, newId, ready: () => true, others: deps.others });
    return {
      fetch: (request, inProcess) => app.fetch(request, inProcess),
      close: async () => {
        await committer.end();
        await takeIn.close();
        await refs.close();
      },
    };
  } catch (error) {
    await refs.close();
    throw error instanceof AppError ? error : new AppError('config.invalid', { cause: error, detail: 'The reference index or the receipt keys could not be opened.' });
  }
};

const openCommitter = (deps: RegistrationDeps, refs: RefsIndex, newId: () => string, metrics: RegistrationMetrics): Committer =>
  createCommitter({
    log: deps.log, refs, clock: deps.sequence, newId,
    catchUp: async () => {
      await catchUp({ log: deps.log, refs, observe: deps.sequence.observe });
    },
    onUnit: metrics.unit,
    onIndexError: (error) => deps.logger.error({ cause: error instanceof Error ? error.name : 'unknown' }, 'the reference index could not be written; it is read again from the log'),
  });
