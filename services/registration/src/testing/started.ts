import { createEmbeddedLog, type EmbeddedLog } from '@da06/event-log';
import { createHybridClock, parseEvent, publishedTypes, topics, type Envelope } from '@da06/events';
import { loadLocality, type Locality } from '@da06/reference';
import { createLogger, createMetrics } from '@da06/service-kit';
import { fixedClock, tempFolder, type TestClock } from '@da06/testkit';
import { createVault } from '@da06/vault';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Limits } from '../limits.ts';
import { createRegistration, type Registration } from '../registration.ts';

const ownLocality = loadLocality();
export const adminKey = 'da06_test-administrator';

export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string; readonly body: Record<string, unknown> & { items: Record<string, unknown>[] } };
export type Started = {
  readonly registration: Registration;
  readonly log: EmbeddedLog;
  readonly clock: TestClock;
  readonly folder: string;
  readonly call: (method: string, path: string, body?: unknown, options?: { readonly key?: string | null; readonly headers?: Record<string, string> }) => Promise<Answer>;
  /** What the log holds, of one type; of all types without the units and definitions that every first start publishes. */
  readonly events: (type?: string) => Promise<Envelope[]>;
  /** Stops it and starts another on the same folder. */
  readonly again: (more?: Pick<StartOptions, 'locality'>) => Promise<Started>;
  readonly stop: () => Promise<void>;
};

export type StartOptions = { readonly folder?: string; readonly locality?: Locality; readonly clock?: TestClock; readonly limits?: Partial<Limits>; readonly wrapLog?: (log: EmbeddedLog) => EmbeddedLog; /** When it is stopped again; after the test unless told. */ readonly after?: (stop: () => Promise<void> | void) => void };

/** Registration on a real log in a temporary folder, asked through its own `fetch`. */
export const startRegistration = async (options: StartOptions = {}): Promise<Started> => {
  const { after = (stop) => onTestFinished(stop), locality = ownLocality } = options;
  const folder = options.folder ?? tempFolder((remove) => after(remove));
  const clock = options.clock ?? fixedClock('2026-11-20T09:00:00.000Z');
  const opened = createEmbeddedLog({ path: join(folder, 'log'), partitions: { [topics.stays]: 4 } });
  const log = options.wrapLog?.(opened) ?? opened;
  const vault = createVault({ masterKey: Buffer.alloc(32, 1), hashKey: Buffer.alloc(32, 2), store: log });
  const registration = createRegistration({
    log, vault, locality, adminKey, refsPath: join(folder, 'refs'), receiptKeysPath: join(folder, 'receipt-keys'), clock, sequence: createHybridClock({ now: clock.now }),
    logger: createLogger({ name: 'test', level: 'silent' }), metrics: createMetrics(), ...(options.limits !== undefined && { limits: options.limits }),
  });
  await registration.start();
  let stopped = false;
  const stop = async (): Promise<void> => {
    if (stopped) return;
    stopped = true;
    await registration.stop();
    await opened.close();
  };
  after(stop);
  return {
    registration, log, clock, folder, stop,
    call: (method, path, body, given = {}) => call(registration, method, path, body, given),
    events: (type) => allEvents(log, type),
    again: async (more) => {
      await stop();
      return await startRegistration({ ...options, folder, clock, ...more });
    },
  };
};

const call = async (registration: Registration, method: string, path: string, body: unknown, { key = adminKey, headers = {} }: { readonly key?: string | null; readonly headers?: Record<string, string> }): Promise<Answer> => {
  const raw = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
  const response = await registration.fetch(
    new Request(`http://localhost${path}`, {
      method,
      headers: { ...(key !== null && { authorization: `Bearer ${key}` }), ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: (raw ? body : JSON.stringify(body)) as string }),
    }),
  );
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, text, body: (json ? JSON.parse(text) : {}) as Answer['body'] };
};

const allEvents = async (log: EmbeddedLog, type: string | undefined): Promise<Envelope[]> => {
  const events: Envelope[] = [];
  for (const topic of Object.values(topics)) {
    for (let partition = 0; partition < log.partitions(topic); partition += 1) {
      for (const { value } of await log.read({ topic, partition, from: 0n, limit: 100_000 })) {
        const parsed = parseEvent(value);
        if (!parsed.ok) throw new Error(`${parsed.code} ${parsed.detail}`);
        if (type === undefined ? !publishedTypes.has(parsed.event.type) : parsed.event.type === type) events.push(parsed.event);
      }
    }
  }
  return events.sort((a, b) => (a.sequence < b.sequence ? -1 : 1));
};
