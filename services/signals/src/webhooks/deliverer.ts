import { dayMs } from '@da06/domain';
import { createDeliveryLog, type DeliveryLog } from './delivery-log.ts';
import { createRunner, isFailing, type Runner, type RunnerDeps } from './runner.ts';
import type { Course } from './types.ts';
import type { Known } from '../known/known.ts';

type DelivererDeps = Omit<RunnerDeps, 'known' | 'deliveries'> & { readonly known: Pick<Known, 'webhook' | 'webhooks' | 'alert' | 'position'>; /** Folder of the log of deliveries. */ readonly path: string };

/** How a subscription fares: `failing` once nothing was told for a day. */
type WebhookStatus = 'active' | 'failing' | 'removed';

export type Deliverer = {
  /** Tells from here on: this process is the one that matches. */
  readonly start: () => void;
  /** There may be something to tell, or another subscription. */
  readonly ring: () => void;
  /** Tells nothing any longer: another process may. */
  readonly pause: () => Promise<void>;
  /** @throws AppError `log.unavailable`. */
  readonly moveTo: (webhook: string, offset: bigint) => Promise<void>;
  readonly place: (webhook: string) => bigint | undefined;
  readonly courseOf: (webhook: string) => Course;
  readonly statusOf: (webhook: string) => WebhookStatus;
  readonly count: (status: WebhookStatus) => number;
  readonly find: DeliveryLog['find'];
  readonly close: () => Promise<void>;
};

/** Tells every subscriber by itself: none waits for another, and nothing waits for them. */
export const createDeliverer = ({ path, ...deps }: DelivererDeps): Deliverer => {
  const { known, clock } = deps;
  const deliveries = createDeliveryLog(path);
  const runners = new Map<string, Runner>();
  let telling = false;
  let prunedOn = 0;

  const ids = (): string[] => [...known.webhooks()].map(({ webhook }) => webhook);
  const prune = (): void => {
    const today = Math.floor(clock.now() / dayMs);
    if (today === prunedOn) return;
    prunedOn = today;
    void deliveries.prune(ids(), clock.now()).catch(deps.onError);
  };
  const ring = (): void => {
    if (!telling) return;
    for (const { webhook, removed } of known.webhooks()) if (removed === null && !runners.has(webhook)) runners.set(webhook, createRunner({ ...deps, deliveries }, webhook));
    for (const runner of runners.values()) runner.ring();
    prune();
  };
  const courseOf = (webhook: string): Course => runners.get(webhook)?.course() ?? deliveries.courseOf(webhook);
  const statusOf = (webhook: string): WebhookStatus => {
    if (known.webhook(webhook)?.removed !== null) return 'removed';
    return isFailing(courseOf(webhook).failingSince, clock.now()) ? 'failing' : 'active';
  };
  const pause = async (): Promise<void> => {
    telling = false;
    const stopping = [...runners.values()];
    runners.clear();
    await Promise.all(stopping.map((runner) => runner.stop()));
  };
  return {
    start: () => {
      telling = true;
      ring();
    },
    ring,
    pause,
    moveTo: async (webhook, offset) => await runners.get(webhook)?.moveTo(offset),
    place: (webhook) => runners.get(webhook)?.place(),
    courseOf,
    statusOf,
    count: (status) => ids().filter((webhook) => statusOf(webhook) === status).length,
    find: deliveries.find,
    close: async () => {
      await pause();
      await deliveries.close();
    },
  };
};
