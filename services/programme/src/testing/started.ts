import { createEmbeddedLog, type EmbeddedLog } from '@da06/event-log';
import { createHybridClock, keyIssuedType, parseEvent, topics, type Envelope, type KeyRole } from '@da06/events';
import { loadLocality } from '@da06/reference';
import { createAuth, createKeys, createLogger, createMetrics, hashKey, type InProcess } from '@da06/service-kit';
import { fixedClock, tempFolder, type TestClock } from '@da06/testkit';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Count } from '../counting/count-indicators.ts';
import { createProgramme, type Programme } from '../programme.ts';

const locality = loadLocality();
const adminKey = 'da06_test-administrator';

/** Keys of made-up holders: `officer.CAH` leads model 9 in 2024, `officer.VHTT` does not. */
const holders: Readonly<Record<string, { role: KeyRole; agency?: string; unit?: string }>> = {
  'officer.CAH': { role: 'officer', agency: 'CAH' }, 'officer.VHTT': { role: 'officer', agency: 'VHTT' }, officer: { role: 'officer' },
  'commune.one': { role: 'commune', unit: 'W25345@old' }, commune: { role: 'commune' }, standing: { role: 'standing' }, analyst: { role: 'analyst' }, wall: { role: 'wall' }, feed: { role: 'feed' }, admin: { role: 'admin' },
};

type Answer = { readonly status: number; readonly headers: Headers; readonly etag: string; readonly bytes: Uint8Array; readonly text: string; readonly body: Record<string, unknown> };
export type CallOptions = { readonly as?: string | null; readonly ifMatch?: string | number; readonly idempotencyKey?: string; readonly headers?: Record<string, string>; readonly inProcess?: InProcess };
export type Started = {
  readonly programme: Programme;
  readonly log: EmbeddedLog;
  readonly clock: TestClock;
  readonly folder: string;
  readonly call: (method: string, path: string, body?: unknown, options?: CallOptions) => Promise<Answer>;
  readonly events: (type?: string) => Promise<Envelope[]>;
  /** Stops it and starts another on the same folder. */
  readonly again: () => Promise<Started>;
  readonly stop: () => Promise<void>;
};

export type StartOptions = { readonly folder?: string; readonly clock?: TestClock; readonly count?: Count; readonly after?: (stop: () => Promise<void> | void) => void; readonly plan?: boolean };

/** The programme on a real log in a temporary folder, asked through its own `fetch`; with the plan loaded unless told. The clock stands at 2024-03-11 09:00 in Vietnam. */
export const startProgramme = async (options: StartOptions = {}): Promise<Started> => {
  const { after = (stop) => onTestFinished(stop) } = options;
  const folder = options.folder ?? tempFolder((remove) => after(remove));
  const clock = options.clock ?? fixedClock('2024-03-11T02:00:00.000Z');
  const log = createEmbeddedLog({ path: join(folder, 'log'), partitions: {} });
  const keys = createKeys();
  for (const [name, { role, agency = '', unit = '' }] of Object.entries(holders)) keys.apply({ type: keyIssuedType, data: { id: `key-${name}`, name, role, facilities: [], agency, unit, hash: hashKey(name) } });
  const auth = createAuth({ keys, adminKey, rateRequests: 100_000, rateSeconds: 10 });
  const programme = createProgramme({
    log, alone: true, onFatal: (error) => expect.fail(String(error)), locality, clock, sequence: createHybridClock({ now: clock.now }), authenticate: auth.authenticate, logger: createLogger({ name: 'test', level: 'silent' }), metrics: createMetrics(),
    ...(options.count !== undefined && { count: options.count }),
  });
  await programme.start();
  let stopped = false;
  const stop = async (): Promise<void> => {
    if (stopped) return;
    stopped = true;
    await programme.stop();
    await log.close();
  };
  after(stop);
  const call: Started['call'] = (method, path, body, given = {}) => callProgramme(programme, { method, path, body, given });
  if (options.plan !== false) await call('POST', '/v1/plan');
  return {
    programme, log, clock, folder, stop, call,
    events: (type) => allEvents(log, type),
    again: async () => {
      await stop();
      return await startProgramme({ ...options, folder, clock, plan: false });
    },
  };
};

type Call = { readonly method: string; readonly path: string; readonly body: unknown; readonly given: CallOptions };

const callProgramme = async (programme: Programme, { method, path, body, given: { as = adminKey, ifMatch, idempotencyKey, headers = {}, inProcess } }: Call): Promise<Answer> => {
  const raw = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
  const response = await programme.fetch(
    new Request(`http://localhost${path}`, {
      method,
      headers: {
        ...(as !== null && { authorization: `Bearer ${as}` }), ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(ifMatch !== undefined && { 'if-match': typeof ifMatch === 'number' ? `"${String(ifMatch)}"` : ifMatch }), ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }), ...headers,
      },
      ...(body !== undefined && { body: (raw ? body : JSON.stringify(body)) as string }),
    }),
    inProcess,
  );
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  const json = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, etag: response.headers.get('etag') ?? '', bytes, text, body: (json ? JSON.parse(text) : {}) as Answer['body'] };
};

const allEvents = async (log: EmbeddedLog, type: string | undefined): Promise<Envelope[]> => {
  const events: Envelope[] = [];
  for (const topic of [topics.steps, topics.reports]) {
    for (const { value } of await log.read({ topic, partition: 0, from: 0n, limit: 100_000 })) {
      const parsed = parseEvent(value);
      if (!parsed.ok) throw new Error(`${parsed.code} ${parsed.detail}`);
      if (type === undefined || parsed.event.type === type) events.push(parsed.event);
    }
  }
  return events.sort((a, b) => (a.sequence < b.sequence ? -1 : 1));
};
