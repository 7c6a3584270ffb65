import { AppError } from '@da06/errors';
import type { EventLog, Ownership } from '@da06/event-log';
import { parseEvent, streamOwnerClaimedType, type Envelope, type HybridClock, type StreamOwnerClaimedData } from '@da06/events';
import { createTurns, problem, type Logger } from '@da06/service-kit';
import { setTimeout } from 'node:timers/promises';
import { createFollower } from './follow.ts';
import { forward, isAlive } from './forward.ts';

export type OwnerTimes = {
  /** Between two looks at the log, and at the owner elsewhere. */
  readonly lookMs: number;
  /** So long the owner elsewhere may take to say that it lives. */
  readonly answerMs: number;
  /** After so many looks in a row without an answer it is taken for gone. */
  readonly misses: number;
  /** So long a request that was sent on may take. */
  readonly forwardMs: number;
};

const defaultTimes: OwnerTimes = { lookMs: 1_000, answerMs: 1_000, misses: 3, forwardMs: 30_000 };

export type OwnerDeps = {
  readonly log: Pick<EventLog, 'claim' | 'read' | 'partitions'>;
  /** Names the right: the same in every process that wants it. */
  readonly owner: string;
  /** The topics it is about, of one partition each. */
  readonly topics: readonly string[];
  /** No other process can write the log (embedded): the right is taken at once, and nothing is written of it. */
  readonly alone: boolean;
  /** Where requests can be sent to this process, such as `http://10.0.0.5:8080`. Asked when it claims; not when it is alone. */
  readonly url: () => string;
  /** Names this process and this run of it. */
  readonly instance: string;
  /** An event of this service, complete, with the next sequence. */
  readonly newEvent: (of: { readonly type: typeof streamOwnerClaimedType; readonly subject: string; readonly data: StreamOwnerClaimedData }) => Envelope;
  readonly sequence: Pick<HybridClock, 'observe'>;
  /** Told of every event of the topics once, in the order of its topic, whoever wrote it; our own when they are durable. It must not throw. */
  readonly apply: (event: Envelope, topic: string) => void;
  readonly logger: Logger;
  /** Told when something else than the log fails: the process should end. */
  readonly onFatal: (error: unknown) => void;
  readonly onChange?: (isOwner: boolean) => void;
  readonly times?: Partial<OwnerTimes>;
};

/** An event and where it goes; its subject is its key. */
export type Decided = { readonly topic: string; readonly event: Envelope };
/** Keeps all of the events or none; they are applied when this resolves. @throws as `Owner.decide`. */
export type Keep = (decided: readonly Decided[]) => Promise<void>;

export type Owner = {
  /** Resolves when this process is the owner, or has read the log and found another. */
  readonly start: () => Promise<void>;
  /** Ends after the decision in hand, and lets the right go. */
  readonly stop: () => Promise<void>;
  readonly isOwner: () => boolean;
  /** Address of the owner, when that is another process. */
  readonly ownerUrl: () => string | undefined;
  /**
   * Decides in turn: nothing else is decided or read between what `work` looks at and what it keeps.
   * @throws what `work` throws; AppError `programme.no-owner` (retryable) when this process is not, or no longer, the owner: nothing was kept of what was refused;
   *   `log.unavailable` (retryable) when it is not known whether it was kept: sent again with its idempotency key it is found, if so.
   */
  readonly decide: <T>(work: (keep: Keep) => Promise<T>) => Promise<T>;
  /** Sends a request to the owner and gives its answer; 503 `programme.no-owner` with Retry-After while there is none to be had. */
  readonly forward: (request: Request) => Promise<Response>;
};

/** A broker that has just started may not have heard of the topics yet. */
const isPassing = (error: unknown): error is AppError => error instanceof AppError && (error.retryable || error.code === 'log.topic-missing');

/**
 * One process at a time decides what is written to some topics; the others follow the log, send requests on to it, and take over when it is
 * gone. That two never decide is the log's to hold (`claim`): here it is only found out who should try, so that a wrong guess costs a moment.
 */
export const createOwner = (deps: OwnerDeps): Owner => {
  const { log, owner, topics, alone, instance, logger } = deps;
  const times = { ...defaultTimes, ...deps.times };
  const follower = createFollower(deps);
  const inTurn = createTurns();
  const stopping = new AbortController();
  let waking = new AbortController();
  let ownership: Ownership | undefined;
  let wasOwner = false;
  /** Aborted when this process takes over: what it has sent on to the one before is not waited for any longer. */
  let following = new AbortController();
  let missed = { instance: '', times: 0 };
  let running: Promise<void> | undefined;

  const pause = async (milliseconds: number): Promise<void> => {
    if (!stopping.signal.aborted) await setTimeout(milliseconds, undefined, { signal: waking.signal }).catch(() => undefined);
  };

  const claimRecords = () =>
    alone
      ? []
      : topics.map((topic) => {
          const event = deps.newEvent({ type: streamOwnerClaimedType, subject: owner, data: { owner, url: deps.url(), instance } });
          return { topic, key: event.subject, value: Buffer.from(JSON.stringify(event)) };
        });

  const takeOver = async (): Promise<void> => {
    const from = performance.now();
    const taken = await log.claim({ owner, records: claimRecords() });
    try {
      // Alone there is no claim to read up to; nobody else appends, and the last places may be of records that were removed.
      if (alone) await follower.readOn();
      else await follower.readTo(topics.map((topic, index) => ({ topic, offset: taken.claimed[index]?.offset ?? 0n })), stopping.signal);
    } catch (error) {
      await taken.release();
      throw error;
    }
    ownership = taken;
    wasOwner = true;
    following.abort();
    following = new AbortController();
    logger.info({ owner, instance, ms: Math.round(performance.now() - from) }, 'decides from here on');
    deps.onChange?.(true);
  };

  /** Decides no more; what is in the log is read again before it does. */
  const lose = (own: Ownership, error?: AppError): void => {
    if (ownership !== own) return;
    ownership = undefined;
    logger.warn({ owner, instance, code: error?.code }, 'decides no more: see "One process decides"');
    void own.release();
    deps.onChange?.(false);
    waking.abort();
  };

  /** Whether nobody else is to be asked: there is no other, or it was this process, in this run or the one before on the same address. */
  const isOurs = (claim: StreamOwnerClaimedData | undefined): boolean => alone || claim === undefined || claim.instance === instance || (claim.url === deps.url() && !wasOwner);

  const isGone = async (claim: StreamOwnerClaimedData): Promise<boolean> => {
    const alive = claim.url !== '' && (await isAlive(claim.url, times.answerMs));
    missed = { instance: claim.instance, times: alive ? 0 : (missed.instance === claim.instance ? missed.times : 0) + 1 };
    return missed.times >= times.misses;
  };

  /** One look: reads on; the owner finds out that another has claimed, another that it should. */
  const look = async (): Promise<void> => {
    waking = new AbortController();
    await inTurn(async () => {
      await follower.readOn();
      if (ownership !== undefined && !alone && follower.lastClaim()?.instance !== instance) lose(ownership);
    });
    if (ownership !== undefined) return;
    const claim = follower.lastClaim();
    if (isOurs(claim) || (claim !== undefined && (await isGone(claim)))) await inTurn(takeOver);
  };

  const run = async (onFirst: () => void): Promise<void> => {
    for (let failures = 0; !stopping.signal.aborted; ) {
      try {
        await look();
        failures = 0;
        onFirst();
        await pause(times.lookMs);
      } catch (error) {
        if (stopping.signal.aborted) return;
        if (!isPassing(error)) throw error;
        logger.warn({ owner, code: error.code, attempt: failures }, 'the log cannot be followed or claimed; trying again: see "One process decides"');
        await pause(Math.min(5_000, 100 * 2 ** failures));
        failures += 1;
      }
    }
  };

  const keepAs = (own: Ownership): Keep => async (decided) => {
    const records = decided.map(({ topic, event }) => ({ topic, key: event.subject, value: Buffer.from(JSON.stringify(event)) }));
    const events = records.map(({ value }) => {
      const parsed = parseEvent(value);
      if (!parsed.ok) throw new TypeError(`An event was decided that nobody could read: ${parsed.code} ${parsed.detail}`);
      return parsed.event;
    });
    try {
      const positions = await own.append(records);
      for (const [index, event] of events.entries()) follower.take({ topic: records[index]?.topic ?? '', offset: positions[index]?.offset ?? 0n }, event);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      lose(own, error);
      throw error.code === 'log.not-owner' ? new AppError('programme.no-owner', { retryable: true, cause: error }) : error;
    }
  };

  const noOwner = (): AppError => new AppError('programme.no-owner', { retryable: true });
  const ownerUrl = (): string | undefined => {
    const claim = follower.lastClaim();
    return ownership !== undefined || claim === undefined || claim.instance === instance || claim.url === '' ? undefined : claim.url;
  };

  return {
    start: async () => {
      if (!alone && deps.url() === '') throw new AppError('config.invalid', { detail: 'Where several processes share a log, each needs an address at which the others reach it.' });
      await new Promise<void>((resolve) => {
        running ??= run(resolve).catch(deps.onFatal).finally(resolve);
      });
    },
    stop: async () => {
      stopping.abort();
      waking.abort();
      await running;
      await inTurn(async () => {
        const own = ownership;
        ownership = undefined;
        await own?.release();
      });
    },
    isOwner: () => ownership !== undefined,
    ownerUrl,
    decide: async (work) => {
      if (ownership === undefined) throw noOwner();
      return await inTurn(async () => {
        if (ownership === undefined) throw noOwner();
        return await work(keepAs(ownership));
      });
    },
    forward: async (request) => {
      const to = ownerUrl();
      try {
        if (to === undefined) throw noOwner();
        return await forward(request, to, AbortSignal.any([following.signal, AbortSignal.timeout(times.forwardMs)]));
      } catch (error) {
        if (error instanceof AppError) return problem(error.code, { retryAfter: 1 });
        throw error;
      }
    },
  };
};
