import type { EventLog } from '@da06/event-log';
import type { Envelope, HybridClock } from '@da06/events';
import type { Locality } from '@da06/reference';
import type { KeyHolder, WithBody } from '@da06/service-kit';
import type { Vault } from '@da06/vault';
import type { AlertCounts } from './alerts/counts.ts';
import type { Known } from './known/known.ts';
import type { Deliverer } from './webhooks/deliverer.ts';

/** What the routes work with. */
export type Service = {
  readonly locality: Locality;
  readonly now: () => number;
  readonly newId: () => string;
  readonly randomId: () => string;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly sequence: Pick<HybridClock, 'next'>;
  readonly authenticate: (request: Request) => Promise<KeyHolder>;
  readonly withBody: WithBody;
  readonly log: EventLog;
  /** As it is now: after a change of the master key it is another. */
  readonly vault: () => Pick<Vault, 'open' | 'personKey' | 'mac' | 'sealSystem'>;
  readonly known: () => Known;
  /** Undefined = this process has no tables. */
  readonly counts: AlertCounts | undefined;
  readonly deliverer: () => Deliverer;
  /** Whether this process has tables that rules are asked of. */
  readonly asksTables: boolean;
  /**
   * Decides in turn: nothing else is decided or matched between what `work` looks at and what it keeps; `keep` resolves when the events are durable and known.
   * @throws what `work` throws; AppError `log.unavailable`, `service.storage-full`.
   */
  readonly decide: <T>(work: (keep: (events: readonly Envelope[]) => Promise<void>) => Promise<T>) => Promise<T>;
};
