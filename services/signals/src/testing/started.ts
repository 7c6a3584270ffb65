import { createEmbeddedLog, type EmbeddedLog } from '@da06/event-log';
import { createHybridClock, keyIssuedType, parseEvent, topics, type Envelope, type KeyRole, type StayCheckedIn } from '@da06/events';
import { loadLocality } from '@da06/reference';
import { createAuth, createKeys, createLogger, createMetrics, everyRole, hashKey, type InProcess } from '@da06/service-kit';
import { arrivalGroup, eventBuilders, fixedClock, recordOf, tempFolder, type AnyEvent, type EventBuilders, type TestClock } from '@da06/testkit';
import { createVault, type Vault } from '@da06/vault';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { AlertCounts } from '../alerts/counts.ts';
import { createSignals, type Signals, type SignalsDeps } from '../signals.ts';

const adminKey = 'da06_test-administrator';
const locality = loadLocality();

/** A made-up guest’s paper, as take-in keeps it. */
export type Paper = { readonly kind?: string; readonly number: string; readonly issuingState?: string };
type Answer = { readonly status: number; readonly headers: Headers; readonly text: string; readonly body: Record<string, unknown> };
export type CallOptions = { readonly key?: string | null; readonly headers?: Record<string, string>; readonly inProcess?: InProcess };

export type StartOptions = { readonly folder?: string; readonly clock?: TestClock; readonly wrapLog?: (log: EmbeddedLog) => EmbeddedLog; readonly after?: (stop: () => Promise<void> | void) => void; readonly builders?: EventBuilders; readonly webhooks?: Partial<SignalsDeps['webhooks']>; readonly counts?: AlertCounts; readonly rules?: NonNullable<SignalsDeps['rules']>; readonly masterKey?: Buffer };

export type Started = {
  readonly signals: Signals;
  readonly log: EmbeddedLog;
  readonly vault: Vault;
  readonly clock: TestClock;
  readonly folder: string;
  readonly builders: EventBuilders;
  readonly append: (...events: readonly AnyEvent[]) => Promise<void>;
  readonly stay: (paper: Paper, of?: StayOptions) => StayCheckedIn;
  readonly call: (method: string, path: string, body?: unknown, given?: CallOptions) => Promise<Answer>;
  /** What the security topic holds, of one type or of all. */
  readonly events: (type?: string) => Promise<Envelope[]>;
  /** Resolves when everything in the log was looked at. */
  readonly settled: () => Promise<void>;
  /** Stops it and starts another on the same folder. */
  readonly again: () => Promise<Started>;
  readonly stop: () => Promise<void>;
};

/** The service on a real log in a temporary folder, asked through its own `fetch`. The clock stands at 2026-11-20 16:00 in Vietnam; the keys are the roles' names, and those of other officers. */
export const startSignals = async (options: StartOptions = {}): Promise<Started> => {
  const { after = (stop) => onTestFinished(stop) } = options;
  const folder = options.folder ?? tempFolder((remove) => after(remove));
  const clock = options.clock ?? fixedClock('2026-11-20T09:00:00.000Z');
  const builders = options.builders ?? eventBuilders({ clock });
  const opened = createEmbeddedLog({ path: join(folder, 'log'), partitions: { [topics.stays]: 4 } });
  const log = options.wrapLog?.(opened) ?? opened;
  const vault = createVault({ masterKey: options.masterKey ?? Buffer.alloc(32, 1), hashKey: Buffer.alloc(32, 2), store: opened });
  const signals = createSignals({
    log, locality, vault: () => vault, webhooks: { timeoutMs: 5_000, backOff: () => 5, ...options.webhooks }, ...(options.counts !== undefined && { counts: options.counts }), ...(options.rules !== undefined && { rules: options.rules }),
    path: join(folder, 'signals'), clock, sequence: createHybridClock({ now: clock.now }), authenticate: authOf().authenticate, alone: true,
    logger: createLogger({ name: 'test', level: 'silent' }), metrics: createMetrics(), onFatal: (error) => expect.fail(String(error)),
  });
  await signals.start();
  let stopped = false;
  const stop = async (): Promise<void> => {
    if (stopped) return;
    stopped = true;
    await signals.stop();
    await opened.close();
  };
  after(stop);
  return {
    signals, log, vault, clock, folder, builders, stop,
    append: async (...events) => void (await opened.commitUnit({ append: events.map(recordOf) })),
    stay: (paper, of = {}) => stayOf(builders, vault, paper, of),
    call: (method, path, body, given = {}) => call(signals, method, path, body, given),
    events: (type) => allEvents(opened, type),
    settled: () => expect.poll(() => signals.lag(), { timeout: 20_000, interval: 5 }).toBe(0),
    again: async () => {
      await stop();
      return await startSignals({ ...options, folder, clock, builders });
    },
  };
};
/** The officer is one of the police, of the unit in which stays are unless told. */
const officerAtHome = { agency: 'PC06', unit: 'W25357@2025' };
const otherOfficers = { 'officer-elsewhere': { agency: 'PC06', unit: 'W25326@2025' }, 'officer-of-no-unit': { agency: 'PC06', unit: '' }, 'officer-of-culture': { agency: 'VHTT', unit: 'W25357@2025' } };
const authOf = () => {
  const keys = createKeys();
  for (const role of everyRole) keys.apply({ type: keyIssuedType, data: { id: `key-${role}`, name: role, role: role satisfies KeyRole, facilities: [], ...(role === 'officer' ? officerAtHome : { agency: '', unit: '' }), hash: hashKey(role) } });
  for (const [name, own] of Object.entries(otherOfficers)) keys.apply({ type: keyIssuedType, data: { id: `key-${name}`, name, role: 'officer', facilities: [], ...own, hash: hashKey(name) } });
  return createAuth({ keys, adminKey, rateRequests: 1_000_000, rateSeconds: 10 });
};

export type StayOptions = { readonly ref?: string; readonly arrival?: string; readonly departure?: string | null; readonly facility?: string };

const stayOf = (builders: EventBuilders, vault: Vault, { kind = 'cccd', number, issuingState = 'VNM' }: Paper, { ref, arrival, departure = null, facility }: StayOptions): StayCheckedIn => {
  const personKey = vault.personKey({ kind, issuingState, number });
  const documentKey = kind === 'passport' ? vault.mac('document', kind, number) : personKey;
  return builders.checkedIn({
    ...(ref !== undefined && { ref }), ...(facility !== undefined && { facility }),
    groups: {
      person: { personKey, documentKey, documentKind: kind, documentCode: '', issuingState },
      arrival: arrivalGroup(arrival === undefined ? builders.clock.now() : Date.parse(arrival), true), expectedDeparture: null, departure, nationality: 'VNM',
    },
  });
};

const call = async (signals: Signals, method: string, path: string, body: unknown, { key = adminKey, headers = {}, inProcess }: CallOptions): Promise<Answer> => {
  const raw = body === undefined || typeof body === 'string';
  const response = await signals.fetch(
    new Request(`http://localhost${path}`, {
      method, headers: { ...(key !== null && { authorization: `Bearer ${key}` }), ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: raw ? (body) : JSON.stringify(body) }),
    }),
    inProcess,
  );
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, text, body: (isJson ? JSON.parse(text) : {}) as Answer['body'] };
};

const allEvents = async (log: EmbeddedLog, type: string | undefined): Promise<Envelope[]> => {
  const events: Envelope[] = [];
  for (const { value } of await log.read({ topic: topics.security, partition: 0, from: 0n, limit: 1_000_000 })) {
    const parsed = parseEvent(value);
    if (!parsed.ok) throw new Error(`${parsed.code} ${parsed.detail}`);
    if (type === undefined || parsed.event.type === type) events.push(parsed.event);
  }
  return events;
};
