import { AppError } from '@da06/errors';
import type { Batch, Consumer, EventLog } from '@da06/event-log';
import { webhookRemovedType, type HybridClock } from '@da06/events';
import type { Locality } from '@da06/reference';
import { createBodyReader, createIds, createTurns, problem, type InProcess, type KeyHolder, type Logger, type Metrics } from '@da06/service-kit';
import type { Vault } from '@da06/vault';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from './app.ts';
import type { AlertCounts } from './alerts/counts.ts';
import { compose } from './compose.ts';
import { createMatcher, matchedTopics, type Matcher } from './following/matcher.ts';
import { createKnown, type Known } from './known/known.ts';
import { createSignalsMetrics } from './metrics.ts';
import { raiseHits } from './rules/raise-hits.ts';
import { createSweep } from './rules/sweep.ts';
import type { Tables } from './rules/tables.ts';
import type { Service } from './service.ts';
import { backOffMs } from './webhooks/back-off.ts';
import { createDeliverer, type Deliverer } from './webhooks/deliverer.ts';
import { createSend } from './webhooks/send.ts';

export type SignalsDeps = {
  readonly log: EventLog;
  readonly locality: Locality;
  /** As it is now: after a change of the master key it is another. */
  readonly vault: () => Pick<Vault, 'open' | 'personKey' | 'mac' | 'sealSystem' | 'openSystem'>;
  /** Folder of what is known; it may be removed, and is then read again from the log. */
  readonly path: string;
  readonly clock: { readonly now: () => number };
  /** The process's one hybrid clock; raised by what is read. */
  readonly sequence: HybridClock;
  /** What rules are asked of, every so many milliseconds at most; not given = this process has no tables, and its rules do not run. */
  readonly rules?: { readonly tables: Tables; readonly everyMs: number };
  /** Who sends a request. @throws AppError `request.unauthorized`, RateLimited. */
  readonly authenticate: (request: Request) => Promise<KeyHolder>;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** No other process can write the log (embedded). */
  readonly alone: boolean;
  /** Alerts as the tables count them; none are told without it. */
  readonly counts?: AlertCounts;
  /** Of webhooks: milliseconds until a request has failed (10 s), and to wait after so many failures in a row (a second to an hour). */
  readonly webhooks?: { readonly timeoutMs: number; readonly backOff: (failures: number) => number };
  /** Told when something else than the log fails: the process should end. */
  readonly onFatal: (error: unknown) => void;
};

export type Signals = {
  /** Asks every rule of the tables now, if anything came since they were last asked; whether it did. False where there are no tables. @throws AppError `warehouse.*`, `log.unavailable`. */
  readonly sweep: () => Promise<boolean>;
  /** Reads the log to its end and raises what is due, unless another process does; again after `stop`. @throws AppError `config.invalid`. */
  readonly start: () => Promise<void>;
  /** Finishes what was begun and closes what is known. */
  readonly stop: () => Promise<void>;
  /** Whether this process matches, and has looked at all the log held when it began to. */
  readonly ready: () => boolean;
  /** Records that were not looked at yet. */
  readonly lag: () => Promise<number>;
  /** Every route; 503 `service.not-ready` until ready. `inProcess` is what a caller of this process may say beside the request. */
  readonly fetch: (request: Request, inProcess?: InProcess) => Response | Promise<Response>;
};

/** The group whose places in the log say what was looked at. */
export const signalsGroup = 'da06-signals';

const limits = { bodyBytes: 16 * 1024 * 1024, bytesInFlight: 64 * 1024 * 1024 };
const batch = { maxRecords: 2_000, maxBytes: 8 * 1024 * 1024 };
/** A subscriber that does not answer by then has failed. */
const webhookTimeoutMs = 10_000;
/** Between two looks whether this process has become the one that matches. */
const ownershipMs = 250;

type Opened = { readonly known: Known; readonly deliverer: Deliverer; readonly matcher: Matcher; readonly consumer: Consumer };

/**
 * Watch-list and alerts: follows stays and entries into alerts, tells subscribers of them, and serves all of it over HTTP (README). One process at a time looks and decides: it takes every partition of the
 * group; another waits, and takes over with what it knows itself.
 */
export const createSignals = (deps: SignalsDeps): Signals => {
  const { log, locality, clock, sequence, logger, vault } = deps;
  const newId = createIds({ now: clock.now, random: randomBytes });
  const inTurn = createTurns();
  const starting = createTurns();
  let opened: Opened | undefined;
  let looking: ReturnType<typeof setInterval> | undefined;
  let current = false;
  let failed = false;

  const lag = async (): Promise<number> => (await opened?.consumer.lag()) ?? 0;
  const owns = (): boolean => opened !== undefined && !failed && (deps.alone || opened.consumer.ownsAll());
  const ready = (): boolean => current && owns();
  const metrics = createSignalsMetrics(deps.metrics, { lag, matches: ready, webhooks: (status) => opened?.deliverer.count(status) ?? 0 });
  const getOpened = (): Opened => {
    if (opened === undefined) throw new AppError('service.not-ready', { retryable: true });
    return opened;
  };
  const endFatally = (error: unknown): void => {
    if (failed) return;
    failed = true;
    logger.fatal({ code: error instanceof AppError ? error.code : 'internal', err: error }, 'matching stopped: see "When matching stops"');
    void opened?.consumer.stop();
    deps.onFatal(error);
  };
  const onError = (error: unknown, attempt: number): void => {
    if (!(error instanceof AppError && error.retryable)) return endFatally(error);
    metrics.retries.inc();
    logger.warn({ code: error.code, attempt }, 'matching waits for the log');
  };

  const catchUp = async ({ matcher, deliverer }: Opened): Promise<void> => {
    if (current) return;
    const from = performance.now();
    await matcher.catchUp();
    current = true;
    deliverer.start();
    logger.info({ ms: Math.round(performance.now() - from) }, 'matches from here on');
  };
  const take = async (mine: Opened, { records, after }: Batch, done: () => Promise<void>): Promise<void> => {
    const from = performance.now();
    await inTurn(async () => {
      await catchUp(mine);
      await mine.matcher.take(records, after);
    });
    mine.deliverer.ring();
    metrics.batchSeconds.observe((performance.now() - from) / 1000);
    await done();
  };
  /** Nothing may come for long after this process has got the group's partitions: what the one before has left undone does not wait for it. */
  const look = async (mine: Opened): Promise<void> => {
    if (owns()) return await inTurn(() => catchUp(mine)).catch((error: unknown) => onError(error, 0));
    current = false;
    await mine.deliverer.pause();
  };
  const decide: Service['decide'] = (work) =>
    inTurn(async () => {
      const { matcher, deliverer } = getOpened();
      await matcher.settle();
      const result = await work(matcher.append);
      deliverer.ring();
      return result;
    });
  /** The address has answered that it is gone. */
  const onGone = (webhook: string): Promise<void> =>
    decide((keep) => keep([compose({ newId, sequence }, { type: webhookRemovedType, subject: webhook, actor: 'system:signals', receivedAt: clock.now(), data: { webhook, cause: 'gone' } })]));
  const openDeliverer = (known: Known): Deliverer => {
    const { timeoutMs, backOff } = deps.webhooks ?? { timeoutMs: webhookTimeoutMs, backOff: (failures) => backOffMs(failures, Math.random()) };
    return createDeliverer({
      log, known, clock, backOff, onGone, path: join(deps.path, 'webhooks'), openSystem: (sealed) => vault().openSystem(sealed), send: createSend(timeoutMs),
      onDelivery: (status) => metrics.deliveries.inc({ status }),
      onFailing: (webhook) => logger.warn({ webhook }, 'a subscriber has taken nothing for a day: see "When a subscriber takes nothing"'), onError: (error) => onError(error, 0),
    });
  };

  const open = (): Opened => {
    mkdirSync(deps.path, { recursive: true, mode: 0o700 });
    const known = createKnown(deps.path);
    const matcher = createMatcher({
      log, known, clock, sequence, hashOf: (key) => vault().mac('watch', key),
      onRaised: (alerts) =>
        alerts.forEach(({ alert: { rule }, told }) => {
          metrics.alerts.inc({ rule });
          metrics.delaySeconds.observe({ rule }, Math.max(0, clock.now() - told.recordedAt) / 1000);
        }),
    });
    const deliverer = openDeliverer(known);
    const consumer: Consumer = log.consume({ group: signalsGroup, topics: matchedTopics, ...batch, exclusive: !deps.alone, handler: (handed, done) => take(mine, handed, done), onError, onFatal: endFatally });
    const mine: Opened = { known, deliverer, matcher, consumer };
    return mine;
  };

  const sweep = deps.rules === undefined ? undefined : createSweep({
    ...deps.rules, rules: locality.alertRules, ready, logger, onSwept: (seconds) => metrics.sweepSeconds.observe(seconds),
    raise: (rule, hits) =>
      inTurn(async () => {
        if (!ready() || opened === undefined) return false;
        metrics.alerts.inc({ rule: rule.rule }, await raiseHits(rule, hits, opened));
        return true;
      }),
  });

  const app = createApp(
    {
      locality, now: clock.now, newId, randomId: randomUUID, sequence, authenticate: deps.authenticate, withBody: createBodyReader(limits), log, vault, known: () => getOpened().known,
      deliverer: () => getOpened().deliverer, counts: deps.counts, asksTables: sweep !== undefined, randomBytes, decide,
    },
    { metrics, logger, newId },
  );

  return {
    start: () =>
      starting(async () => {
        const mine = open();
        opened = mine;
        failed = false;
        if (deps.alone) await inTurn(() => catchUp(mine));
        await mine.consumer.start();
        if (!deps.alone) looking = setInterval(() => void look(mine), ownershipMs);
        if (sweep === undefined) logger.info({}, 'rules are not asked: this process has no tables');
        sweep?.start();
      }),
    stop: () =>
      starting(async () => {
        clearInterval(looking);
        await sweep?.stop();
        await opened?.consumer.stop();
        await opened?.deliverer.pause();
        await inTurn(async () => {
          const closing = opened;
          opened = undefined;
          current = false;
          await closing?.deliverer.close();
          await closing?.known.close();
        });
      }),
    sweep: async () => (await sweep?.once()) ?? false,
    ready,
    lag,
    fetch: (request, inProcess) => (ready() ? app.fetch(request, inProcess) : problem('service.not-ready', { retryAfter: 1 })),
  };
};
