import { eventBuilders, fixedClock, randomLog, createRandom, cut, type AnyEvent } from '@da06/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backends, type Backend } from './backends.fixture.ts';
import { encoded } from './rows/encoded.fixture.ts';
import { touchedBy } from './touched.fixture.ts';

/** What the narrow rows must say, from the registers themselves, as the views of before said it. */
const fromRegisters = `
SELECT facility_id, toString(recorded_at) AS at, late, synced_late, dateDiff('second', arrived_at, if(ifNull(notified_at <= recorded_at, false), assumeNotNull(notified_at), recorded_at)) AS delay_s, cityHash64(ref) AS stay
FROM stays WHERE status != 'cancelled'`;
const ofNotices = "SELECT facility_id, toString(toTimeZone(recorded_at, 'Asia/Ho_Chi_Minh')) AS at, late, synced_late, delay_s, stay FROM raw_stay_notices_v1 FINAL";

describe.each(backends)('notices $where', ({ start }) => {
  let backend: Backend;
  const sorted = async (sql: string): Promise<string[]> => (await backend.warehouse.query(sql)).map((row) => JSON.stringify(row)).sort();
  beforeAll(async () => {
    backend = await start();
    await backend.warehouse.migrate();
  });
  afterAll(() => backend.stop());

  it('say what the registers say, whatever order, number and batches events come in', async () => {
    const { warehouse } = backend;
    const { events } = randomLog({ seed: 31, events: 200 });
    for (const batch of cut([...events].reverse().concat(events.slice(0, 60)), createRandom(31), 80)) {
      await warehouse.insertEvents(encoded(batch));
      await warehouse.recomputeNights(touchedBy(batch));
    }
    const expected = await sorted(fromRegisters);
    expect(expected.length).toBeGreaterThan(25);
    expect(await sorted(ofNotices)).toEqual(expected);
  });

  it('are withdrawn from the later check-in when an earlier one becomes known, and when the stay is cancelled', async () => {
    const { warehouse } = backend;
    const clock = fixedClock(Date.parse('2026-11-20T03:00:00.000Z'));
    const build = eventBuilders({ seed: 33, clock });
    const stay = { facility: 'ks-notice', ref: 'A-1' };
    const first = build.checkedIn(stay);
    clock.set(clock.now() + 3_600_000);
    const again = build.checkedIn(stay);
    const rows = () => warehouse.query<{ at: string }>("SELECT toString(recorded_at) AS at FROM stay_notices WHERE facility_id = 'ks-notice'");
    const project = async (event: AnyEvent): Promise<void> => {
      await warehouse.insertEvents(encoded([event]));
      await warehouse.recomputeNights(touchedBy([event]));
    };
    await project(again);
    const [later] = await rows();
    await project(first);
    const found = await rows();
    expect(found).toHaveLength(1);
    expect(found[0]?.at !== undefined && later !== undefined && found[0].at < later.at).toBe(true);
    await project(build.cancelled(stay));
    expect(await rows()).toEqual([]);
  });
});
