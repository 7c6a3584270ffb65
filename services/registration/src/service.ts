import type { EventLog } from '@da06/event-log';
import type { Locality } from '@da06/reference';
import type { Auth, Logger, WithBody } from '@da06/service-kit';
import type { Vault } from '@da06/vault';
import type { Committer } from './commit/committer.ts';
import type { RegistrationMetrics } from './metrics.ts';
import type { ReceiptKeys } from './receipts/receipt-keys.ts';
import type { RefsIndex } from './refs/refs-index.ts';
import type { Registry } from './registry/registry.ts';
import type { TakeIn } from './take-in/types.ts';

/** What the routes work with, once everything is open and read. */
export type Service = {
  readonly log: EventLog;
  readonly vault: Vault;
  readonly locality: Locality;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly logger: Logger;
  readonly metrics: RegistrationMetrics;
  readonly registry: Registry;
  readonly refs: RefsIndex;
  readonly committer: Committer;
  readonly receiptKeys: ReceiptKeys;
  readonly takeIn: TakeIn;
  readonly auth: Auth;
  readonly withBody: WithBody;
  /** Runs changes of facilities one after the other, each seeing what the one before has done. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
};
