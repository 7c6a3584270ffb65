import { AppError } from '@da06/errors';
import { createMetrics } from '@da06/service-kit';
import { eventBuilders, randomLog, recordOf } from '@da06/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyTables, engineRows } from './proof/engine-rows.ts';
import { referenceRows } from './proof/reference.ts';
import { projectionLag } from './lag.ts';
import { caughtUp, openStack, type Stack } from './stack.fixture.ts';
import { projectorGroup } from './topics.ts';
import { nightsDueTopic, parseEvent, topics, type Envelope } from '@da06/events';
import type { AnyEvent } from '@da06/testkit';

let stack: Stack;
let seed = 500;
beforeAll(async () => {
  stack = await openStack();
});
afterAll(() => stack.close());
beforeEach(() => emptyTables(stack.warehouse));

const nextLog = (): readonly AnyEvent[] => randomLog({ seed: (seed += 1), prefix: `p${seed}`, events: 200 }).events;
const byRules = (events: readonly AnyEvent[]) =>
  referenceRows(
    events.map((event): Envelope => {
      const parsed = parseEvent(recordOf(event).value);
      if (!parsed.ok) throw new Error(parsed.code);
      return parsed.event;
    }),
  );
const build = eventBuilders({ seed: 77 });
const committed = async (): Promise<bigint> => (await stack.log.committed(projectorGroup, topics.stays)).reduce((sum, offset) => sum + offset, 0n);
const project = async (...given: Parameters<Stack['projector']>): Promise<void> => {
  const projector = stack.projector(...given);
  await projector.start();
  await caughtUp(projector);
  await expect.poll(() => projector.ready(), { timeout: 60_000 }).toBe(true);
  await projector.stop();
  expect(projector.fatal).toEqual([]);
};

describe('the projector', () => {
  it('brings the log into the tables as the pure rules say, in batches of any size', async () => {
    const events = nextLog();
    await stack.append(...events);
    await project({ options: { maxRecords: 37 } });
    expect(await engineRows(stack.warehouse)).toEqual(byRules(events));
  });

  it('takes up what is appended while it runs', async () => {
    const projector = stack.projector();
    await projector.start();
    for (let round = 0; round < 5; round += 1) {
      await stack.append(build.checkedIn({ facility: 'live', ref: `R${round}` }));
      await caughtUp(projector);
      expect(await stack.warehouse.query("SELECT count() AS n FROM da06.stays WHERE facility_id = 'live'")).toMatchObject([{ n: round + 1 }]);
    }
    await projector.stop();
  });

  it('commits nothing that the tables do not hold: killed between insert and commit, it ends in the same rows', async () => {
    const events = nextLog();
    await stack.append(...events);
    const before = await committed();
    let inserts = 0;
    const dying = stack.projector({
      options: { maxRecords: 60 },
      warehouse: {
        insertEvents: async (rows) => {
          await stack.warehouse.insertEvents(rows);
          inserts += 1;
          if (inserts === 2) throw new Error('killed after the insert');
        },
        recomputeNights: stack.warehouse.recomputeNights,
        recomputeFigures: stack.warehouse.recomputeFigures,
        recomputeSpells: stack.warehouse.recomputeSpells,
      },
    });
    await dying.start();
    await expect.poll(() => dying.fatal.length, { timeout: 60_000 }).toBe(1);
    await dying.stop();
    expect(await committed()).toBeLessThan(before + BigInt(events.length));
    await project();
    expect(await engineRows(stack.warehouse)).toEqual(byRules(events));
    const twice = await stack.warehouse.query('SELECT event_id FROM da06.events GROUP BY event_id HAVING count() > 1');
    expect(twice).toEqual([]);
  });

  it('commits nothing while the nights that follow from it are not recomputed', async () => {
    await stack.append(...nextLog());
    const before = await committed();
    const dying = stack.projector({ warehouse: { ...stack.warehouse, recomputeNights: () => Promise.reject(new Error('killed')) } });
    await dying.start();
    await expect.poll(() => dying.fatal.length, { timeout: 60_000 }).toBe(1);
    await dying.stop();
    expect(await committed()).toBe(before);
    await project();
  });

  it.each([false, true])('commits nothing while the figures that follow from it are not recomputed, and then brings them with it (several projectors: %s)', async (shared) => {
    const arrived = build.checkedIn({ facility: `ks-figures-${String(shared)}` });
    const figures = () => stack.warehouse.query(`SELECT sum(stays) AS stays FROM da06.facility_figures WHERE facility_id = 'ks-figures-${String(shared)}'`);
    await stack.append(arrived);
    const dying = stack.projector({ shared, warehouse: { ...stack.warehouse, recomputeFigures: () => Promise.reject(new Error('killed')) } });
    await dying.start();
    await expect.poll(() => dying.fatal.length, { timeout: 20_000 }).toBe(1);
    await dying.stop();
    expect(await figures()).toEqual([{ stays: 0 }]);
    await project({ shared });
    expect(await figures()).toEqual([{ stays: 1 }]);
  });

  it('commits nothing while the spells that follow from it are not recomputed, and then brings them with it', async () => {
    const told = build.residenceRegistered({ on: '2026-02-01' });
    const resident = () => stack.warehouse.query(`SELECT permanent_unit_uid FROM da06.residents WHERE person_key = '${told.data.personKey}'`);
    await stack.append(told);
    const before = await committed();
    const dying = stack.projector({ warehouse: { ...stack.warehouse, recomputeSpells: () => Promise.reject(new Error('killed')) } });
    await dying.start();
    await expect.poll(() => dying.fatal.length, { timeout: 60_000 }).toBe(1);
    await dying.stop();
    expect(await committed()).toBe(before);
    expect(await resident()).toEqual([]);
    await project();
    expect(await resident()).toEqual([{ permanent_unit_uid: told.data.unit }]);
  });

  it('waits while the engine is away, and goes on where it was', async () => {
    const events = nextLog();
    let away = true;
    let tries = 0;
    const unavailable = <A extends readonly unknown[], T>(work: (...args: A) => Promise<T>) => (...args: A): Promise<T> => {
      tries += 1;
      return away ? Promise.reject(new AppError('warehouse.unavailable', { retryable: true })) : work(...args);
    };
    const projector = stack.projector({ warehouse: { insertEvents: unavailable(stack.warehouse.insertEvents), recomputeNights: unavailable(stack.warehouse.recomputeNights), recomputeFigures: unavailable(stack.warehouse.recomputeFigures), recomputeSpells: unavailable(stack.warehouse.recomputeSpells) } });
    await stack.append(...events);
    const before = await committed();
    await projector.start();
    await expect.poll(() => tries, { timeout: 60_000 }).toBeGreaterThan(3);
    expect(await committed()).toBe(before);
    expect(projector.ready()).toBe(false);
    away = false;
    await caughtUp(projector);
    expect(projector.fatal).toEqual([]);
    expect(await engineRows(stack.warehouse)).toEqual(byRules(events));
    await projector.stop();
  });

  it('stops at once when asked, even while the engine is away, and loses nothing', async () => {
    const events = nextLog();
    await stack.append(...events);
    const projector = stack.projector({ options: { backOff: () => 60_000 }, warehouse: { ...stack.warehouse, insertEvents: () => Promise.reject(new AppError('warehouse.unavailable', { retryable: true })) } });
    await projector.start();
    await new Promise((resolve) => setImmediate(resolve));
    await projector.stop();
    expect(projector.fatal).toEqual([]);
    await project();
    expect(await engineRows(stack.warehouse)).toEqual(byRules(events));
  });

  it('tells by its metrics how far queries are behind', async () => {
    const metrics = createMetrics();
    const projector = stack.projector({ metrics });
    await stack.append(...nextLog());
    const told = async (): Promise<number> => Number(/^projector_lag_records (\d+)$/m.exec(await metrics.metrics())?.[1]);
    expect(await told()).toBeGreaterThanOrEqual(200);
    await projector.start();
    await caughtUp(projector);
    expect(await told()).toBe(0);
    await projector.stop();
  });

  it('projects nothing while it is held', async () => {
    const projector = stack.projector();
    await projector.start();
    const events = nextLog();
    await projector.hold(async () => {
      await stack.append(...events);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await stack.warehouse.query('SELECT count() AS n FROM da06.events')).toMatchObject([{ n: 0 }]);
    });
    await caughtUp(projector);
    expect(await engineRows(stack.warehouse)).toEqual(byRules(events));
    await projector.stop();
  });

  it('takes over at once what is gathered, while it goes on with what came before', async () => {
    const [before, ...gathered] = [build.checkedIn(), ...Array.from({ length: 6 }, () => build.checkedIn())];
    const inserts: number[] = [];
    let recomputed = 0;
    let goOn = (): void => {};
    const begun = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const projector = stack.projector({
      warehouse: {
        ...stack.warehouse,
        insertEvents: async (rows) => {
          await stack.warehouse.insertEvents(rows);
          inserts.push(rows.length);
        },
        recomputeNights: async (touched) => {
          await begun;
          const days = await stack.warehouse.recomputeNights(touched);
          recomputed += touched.length;
          return days;
        },
      },
    });
    await projector.start();
    await stack.append(...(before === undefined ? [] : [before]));
    await expect.poll(() => inserts, { timeout: 60_000 }).toEqual([1]);
    await projector.gather(async () => {
      for (const event of gathered) await stack.append(event);
      goOn();
      await expect.poll(() => recomputed, { timeout: 60_000 }).toBe(1);
      expect(inserts).toEqual([1]);
    });
    await caughtUp(projector);
    expect([inserts, recomputed]).toEqual([[1, gathered.length], 1 + gathered.length]);
    await projector.stop();
  });
});

describe('a projector that shares the log with others', () => {
  it('marks whose nights are due and, being the one that recounts, ends as the pure rules say', async () => {
    const events = nextLog();
    await stack.append(...events);
    await project({ shared: true, options: { maxRecords: 37 } });
    expect(await engineRows(stack.warehouse)).toEqual(byRules(events));
  });

  it('remembers the events once their nights are marked, and recounts what another left marked when it died', async () => {
    const events = nextLog();
    await stack.append(...events);
    const dying = stack.projector({ shared: true, warehouse: { ...stack.warehouse, recomputeNights: () => Promise.reject(new Error('killed')) } });
    await dying.start();
    await expect.poll(() => dying.fatal.length, { timeout: 60_000 }).toBe(1);
    await dying.stop();
    await expect.poll(() => projectionLag(stack.log), { timeout: 60_000 }).toBeGreaterThan(0);
    await project({ shared: true });
    expect(await projectionLag(stack.log)).toBe(0);
    expect(await engineRows(stack.warehouse)).toEqual(byRules(events));
  });

  it('marks whose spells are due, beside the nights', async () => {
    const told = [build.residenceRegistered({ on: '2026-02-01' }), build.workerDeclared({ on: '2026-02-01' })];
    await stack.append(...told, build.checkedIn(), build.personLinked({ cmndKey: told[0]?.data.personKey ?? '' }));
    await project({ shared: true });
    const persons = await stack.warehouse.query("SELECT (SELECT count() FROM da06.residents) AS residents, (SELECT groupUniqArray(person_key) FROM da06.workers) AS workers, (SELECT count() FROM da06.person_links) AS links");
    expect(persons).toMatchObject([{ residents: 1, workers: [told[1]?.data.personKey], links: 1 }]);
    expect(await stack.warehouse.query(`SELECT 1 FROM da06.residents WHERE person_key = '${told[0]?.data.personKey ?? ''}'`)).toEqual([]);
  });

  it('passes over a mark that cannot be read, and recounts the others', async () => {
    const events = nextLog();
    await stack.append(...events);
    await stack.log.commitUnit({ append: [{ topic: nightsDueTopic, key: 'due', value: Buffer.from('{') }] });
    await project({ shared: true });
    expect(await engineRows(stack.warehouse)).toEqual(byRules(events));
  });
});
