import { KeyRole, type Envelope } from '@da06/events';
import { createLogger, createMetrics } from '@da06/service-kit';
import { tempFolder, type AnyEvent } from '@da06/testkit';
import { createEmbeddedWarehouse, createRowEncoder } from '@da06/warehouse';
import type { Warehouse } from '@da06/warehouse';
import { pathToFileURL } from 'node:url';
import type { OverviewAnswer } from '../api.ts';
import { createConsole, type Console } from '../console.ts';

/** An overview of nothing. */
const nothingThere: OverviewAnswer = { facilities: 0, stays: 0, lag: 0, asOf: null, simulated: null, nextSteps: 'curl', addresses: { url: 'http://127.0.0.1:8080', clickhouse: null }, links: [{ href: '/desk', vi: 'quầy', en: 'desk' }] };

/** The role of a test's key is its text. */
export const roleOfKey = (key: string): KeyRole | undefined => KeyRole.safeParse(key).data;

/** A console of tables that are asked for nothing. */
export const consoleWithoutTables = ({ onLoopback = false, dist = pathToFileURL('/nowhere/') }: { readonly onLoopback?: boolean; readonly dist?: URL } = {}): Console => {
  const none = (): Promise<never> => Promise.reject(new TypeError('Nothing is to be asked.'));
  return createConsole({ warehouse: { personQuery: none, query: none }, roleOfKey, onLoopback, overview: () => Promise.resolve(nothingThere), metrics: createMetrics(), clock: { now: Date.now }, logger: createLogger({ name: 'test', level: 'silent' }), dist });
};

export type Started = {
  readonly warehouse: Warehouse;
  readonly console: Console;
  /** Puts events into the tables, as the projector does; nothing is recomputed. */
  readonly insert: (...events: readonly AnyEvent[]) => Promise<void>;
  /** A question; the answer's status and body. */
  readonly ask: (path: string, body: unknown, key?: string) => Promise<{ readonly status: number; readonly body: unknown }>;
};

/** A console on an engine without rows; a process holds one at a time. `asked` is told of each statement. */
export const startConsole = async (after: (stop: () => Promise<void>) => unknown, asked: (sql: string) => void = () => {}): Promise<Started> => {
  let remove = (): void => undefined;
  const warehouse = await createEmbeddedWarehouse({ path: tempFolder((clean) => { remove = clean; }) });
  await warehouse.migrate();
  const encoder = createRowEncoder();
  const console = createConsole({
    warehouse: { query: warehouse.query, personQuery: (request) => { asked(request.sql); return warehouse.personQuery(request); } },
    roleOfKey, onLoopback: false, overview: () => Promise.resolve(nothingThere), metrics: createMetrics(), clock: { now: Date.now }, logger: createLogger({ name: 'test', level: 'silent' }),
  });
  after(async () => {
    console.stop();
    await warehouse.close();
    remove();
  });
  return {
    warehouse, console,
    insert: (...events) => warehouse.insertEvents(events.map((event) => encoder.of(event as Envelope)?.row ?? Buffer.alloc(0))),
    ask: async (path, body, key = 'admin') => {
      const answer = await console.fetch(new Request(`http://da06.example${path}`, { method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, body: JSON.stringify(body) }));
      return { status: answer.status, body: await answer.json() };
    },
  };
};
