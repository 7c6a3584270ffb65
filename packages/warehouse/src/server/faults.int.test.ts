import { eventBuilders, freePort, type AnyEvent } from '@da06/testkit';
import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEngineServer, type EngineServer } from '../backends.fixture.ts';
import type { Touched, Warehouse } from '../warehouse.ts';
import { createServerWarehouse } from './server-warehouse.ts';
import { encoded } from '../rows/encoded.fixture.ts';
import { recompute } from '../touched.fixture.ts';

let server: EngineServer;
let warehouse: Warehouse;
beforeAll(async () => {
  server = await startEngineServer();
  warehouse = await createServerWarehouse(server.options);
  await warehouse.migrate();
});
afterAll(async () => {
  await warehouse.close();
  await server.stop();
});

const touched = (events: readonly AnyEvent[]): Touched[] => events.map(({ data }) => ({ ...(data as { facility: string; ref: string }), person: '' }));
const build = eventBuilders({ seed: 3 });
const unavailable = { code: 'warehouse.unavailable', retryable: true };

describe('a server that is killed while it takes events', () => {
  it('is waited for by errors that say so, and has everything once it is back', async () => {
    const batches = Array.from({ length: 20 }, (_, batch) => Array.from({ length: 50 }, (__, at) => build.checkedIn({ facility: `f-${String(batch)}`, ref: `r-${String(at)}` })));
    const failures: unknown[] = [];
    const until = async (work: () => Promise<void>): Promise<void> => {
      for (;;) {
        try {
          await work();
          return;
        } catch (error) {
          failures.push(error);
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      }
    };
    const projecting = (async () => {
      for (const events of batches) {
        await until(() => warehouse.insertEvents(encoded(events)));
        await until(() => recompute(warehouse, touched(events)));
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 400));
    await server.kill();
    await new Promise((resolve) => setTimeout(resolve, 400));
    await server.start();
    await projecting;
    expect(failures.length).toBeGreaterThan(0);
    for (const failure of failures) expect(failure).toMatchObject(unavailable);
    expect(await warehouse.query('SELECT count() AS n FROM stays')).toEqual([{ n: 1_000 }]);
    const target = await warehouse.openRebuild();
    await target.insertEvents(encoded(batches.flat()));
    await target.computeAllNights();
    expect(await target.contentHashes()).toEqual(await warehouse.contentHashes());
    await target.drop();
  }, 120_000);

  it('loses the work tables of a session, and the recompute is done on new ones', async () => {
    const event = build.checkedIn({ facility: 'after', ref: 'r' });
    await warehouse.insertEvents(encoded([event]));
    await warehouse.recomputeNights(touched([event]));
    await server.kill();
    await server.start();
    // The first statement may still meet a connection that the old process held.
    await warehouse.recomputeNights(touched([event])).catch((error: unknown) => expect(error).toMatchObject(unavailable));
    await warehouse.recomputeNights(touched([event]));
    const [nights] = await warehouse.query<{ n: number }>("SELECT count() AS n FROM raw_stay_days_v1 FINAL WHERE facility_id = 'after' AND night");
    expect(nights?.n).toBeGreaterThan(0);
  });
});

describe('a server that cannot be reached', () => {
  let silent: Server;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    silent = createServer((socket) => sockets.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  it.each([
    ['an insert', (one: Warehouse) => one.insertEvents(encoded([build.checkedIn()]))],
    ['a query', (one: Warehouse) => one.query('SELECT 1')],
    ['a recompute', (one: Warehouse) => one.recomputeNights([{ facility: 'f', ref: 'r', person: '' }])],
  ])('because it never answers: %s ends in time, to be tried again', async (_name, work) => {
    const { port } = silent.address() as { port: number };
    const hung = await createServerWarehouse({ ...server.options, url: `http://127.0.0.1:${String(port)}`, requestTimeoutMs: 300 });
    const before = performance.now();
    await expect(work(hung)).rejects.toMatchObject({ ...unavailable, context: { timedOut: true } });
    expect(performance.now() - before).toBeLessThan(20_000);
    await hung.close();
  });

  it('because nobody listens: everything is to be tried again, also people’s queries', async () => {
    const nobody = await createServerWarehouse({ ...server.options, url: `http://127.0.0.1:${String(await freePort())}` });
    await expect(nobody.migrate()).rejects.toMatchObject(unavailable);
    await expect(nobody.insertEvents(encoded([build.checkedIn()]))).rejects.toMatchObject(unavailable);
    await expect(nobody.personQuery({ sql: 'SELECT 1' })).rejects.toMatchObject(unavailable);
    await nobody.close();
  });

  it('leaves nothing that holds the process: requests that were given up are cut off', async () => {
    const { port } = silent.address() as { port: number };
    const hung = await createServerWarehouse({ ...server.options, url: `http://127.0.0.1:${String(port)}`, requestTimeoutMs: 100 });
    const known = sockets.length;
    await expect(hung.query('SELECT 1')).rejects.toMatchObject(unavailable);
    const mine = sockets[known];
    mine?.resume();
    if (mine !== undefined && !mine.destroyed) await new Promise((resolve) => mine.once('close', resolve));
    expect(mine?.destroyed).toBe(true);
    await hung.close();
  });
});

describe('a server that refuses the user', () => {
  it('is not asked again: a wrong password is an error that says so', async () => {
    const wrong = await createServerWarehouse({ ...server.options, password: 'wrong', reader: { username: 'reader', password: 'wrong' } });
    const denied = { code: 'warehouse.denied', retryable: false };
    await expect(wrong.migrate()).rejects.toMatchObject(denied);
    await expect(wrong.insertEvents(encoded([build.checkedIn()]))).rejects.toMatchObject(denied);
    await expect(wrong.query('SELECT 1')).rejects.toMatchObject(denied);
    await expect(wrong.personQuery({ sql: 'SELECT 1' })).rejects.toMatchObject(denied);
    await wrong.close();
  });

  it('gives people no user that can write', async () => {
    const { username, password } = server.options;
    const careless = await createServerWarehouse({ ...server.options, reader: { username, password } });
    await expect(careless.personQuery({ sql: 'SELECT 1' })).rejects.toMatchObject({ code: 'warehouse.denied', detail: 'The user default is not read-only.' });
    await careless.close();
  });
});

describe("a person's query on a server", () => {
  const long = { sql: 'SELECT max(cityHash64(number)) FROM numbers(100000000000)' };
  /** What has been told to end may still need a while for it. */
  const running = () => warehouse.query("SELECT query FROM system.processes WHERE query LIKE '%cityHash64(number)%' AND query NOT LIKE '%processes%' AND NOT is_cancelled");
  const stopped = async (): Promise<void> => {
    for (let tries = 0; (await running()).length > 0; tries += 1) {
      if (tries > 100) throw new Error('It is still running.');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  it('runs as the reader, who can write nothing even behind the guard', async () => {
    const { bytes: answer } = await warehouse.personQuery({ sql: "SELECT getSetting('readonly'), getSetting('max_result_rows')" });
    expect(new TextDecoder().decode(answer)).toBe('1\t5000000\n');
    await expect(warehouse.personQuery({ sql: "SELECT * FROM file('/etc/hostname')" })).rejects.toMatchObject({ code: 'sql.forbidden' });
  });

  it('is ended by the server when it takes too long', async () => {
    const { username, password, url } = server.options;
    const hasty = await createServerWarehouse({ url, username, password, personSeconds: 1 });
    await expect(hasty.personQuery(long)).rejects.toMatchObject({ code: 'sql.failed', context: { engineCode: 159 } });
    await hasty.close();
    expect(await running()).toEqual([]);
  });

  it('ends when the one who asked has gone', async () => {
    const leaving = await createServerWarehouse(server.options);
    const asked = leaving.personQuery(long).catch((error: unknown) => error);
    for (let tries = 0; (await running()).length === 0 && tries < 100; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await running()).toHaveLength(1);
    await leaving.close();
    await expect(asked).resolves.toMatchObject(unavailable);
    await stopped();
  });
});
