import { eventBuilders, randomLog } from '@da06/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { topics } from '@da06/events';
import { caughtUp, openStack, type Stack } from '../stack.fixture.ts';
import { wholeViews } from '../proof/engine-rows.ts';
import { rebuild } from './rebuild.ts';

let stack: Stack;
let projector: ReturnType<Stack['projector']>;
beforeAll(async () => {
  stack = await openStack();
  projector = stack.projector();
  await projector.start();
});
afterAll(async () => {
  await projector.stop();
  await stack.close();
});

describe('a rebuild', () => {
  it('gives the same content while events come in and queries are answered, and what comes later lands in the new tables', async () => {
    await stack.append(...randomLog({ seed: 41, prefix: 'r' }).events);
    await stack.log.commitUnit({ append: [{ topic: topics.stays, key: 'x', value: Buffer.from('not an event') }] });
    await caughtUp(projector);
    const build = eventBuilders({ seed: 42 });
    let going = true;
    let asked = 0;
    let added = 0;
    const asking = (async () => {
      while (going) {
        for (const view of ['stays', 'stay_nights', 'events', 'facilities', 'feed_health', 'dead_letters']) await stack.warehouse.query(`SELECT count() FROM da06.${view}`);
        asked += 1;
      }
    })();
    const adding = (async () => {
      while (going) {
        await stack.append(build.checkedIn({ facility: 'meanwhile', ref: `R${added}` }));
        added += 1;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    })();
    const progress: number[] = [];
    const result = await rebuild({ ...stack, projector, onProgress: (done) => progress.push(done) });
    going = false;
    await Promise.all([asking, adding]);
    expect(result.views.filter(({ equal }) => !equal)).toEqual([]);
    expect(result.equal).toBe(true);
    expect(result.events).toBeGreaterThanOrEqual(301);
    expect(asked).toBeGreaterThan(0);
    expect(progress.at(-1)).toBe(result.events);
    await stack.append(build.checkedIn({ facility: 'afterwards', ref: 'R' }));
    await caughtUp(projector);
    expect(await stack.warehouse.query("SELECT facility_id, count() AS n FROM da06.stays WHERE facility_id IN ('meanwhile', 'afterwards') GROUP BY facility_id ORDER BY facility_id")).toMatchObject([
      { facility_id: 'afterwards', n: 1 }, { facility_id: 'meanwhile', n: added },
    ]);
    expect(projector.fatal).toEqual([]);
  });

  it('can be done again, with the same content', async () => {
    const before = await wholeViews(stack.warehouse, ['2026-03-02']);
    const { equal } = await rebuild({ ...stack, projector });
    expect(equal).toBe(true);
    expect(await wholeViews(stack.warehouse, ['2026-03-02'])).toEqual(before);
  }, 120_000);

  it('leaves the live tables alone when what it finds differs', async () => {
    await stack.warehouse.query("INSERT INTO da06.raw_person_links_v1 VALUES ('planted', 'a', 'b')");
    const result = await rebuild({ ...stack, projector });
    expect(result.equal).toBe(false);
    expect(result.views.filter(({ equal }) => !equal).map(({ view }) => view)).toEqual(['person_links']);
    expect(await stack.warehouse.query("SELECT cmnd_key FROM da06.person_links WHERE cmnd_key = 'planted'")).toHaveLength(1);
  });
});
