import type { Logger } from '@da06/service-kit';
import type { Config } from '../config.ts';

/** One service in a process of its own. */
export type Service = {
  /** Serves; resolves to its address once it is open. */
  readonly start: () => Promise<{ readonly url: string }>;
  /** Takes no new work, finishes what was begun, leaves. */
  readonly stop: () => Promise<void>;
};

export type ServiceDeps = { readonly logger: Logger; readonly onFatal: (error: unknown) => void };

export type CreateService = (config: Config, deps: ServiceDeps) => Service;
