import { describe, expect, it, vi } from 'vitest';
import { csvOf, sheetOf } from './register/mutate-records.ts';
import { changes } from './register/resident-fields.ts';
import { residentContext, sampleChange, sampleWorker, workerContext } from './register/samples.ts';
import { sampleContext, sampleStay } from './samples.ts';
import { seeded } from './seeded.ts';
import { createTakeIn } from './take-in.ts';
import { createTakeInPool } from './take-in-pool.ts';
import { deps, itemsOf } from './take-in.fixture.ts';
import { sampleTrip, tripContext } from './trip/samples.ts';
import type { PreparedBatch, TakeInBody, TakeInContext } from './types.ts';

const keys = { masterKey: new Uint8Array(32).fill(1), hashKey: new Uint8Array(32).fill(2), localityDir: undefined };
const records = Array.from({ length: 300 }, (_, index) => ({ ...sampleStay(index), ...(index === 100 ? { arrival: null } : {}) }));
const below = seeded(1);
/** Addresses that no archive makes small: a sheet of so many records is too large for the calling thread. */
const address = (): string => Array.from({ length: 300 }, () => below(36).toString(36)).join('');
const residents = Array.from({ length: 260 }, (_, index) => ({ ...sampleChange(changes[index % changes.length] ?? 'permanent', index), address: address() }));
const linesOf = (values: readonly object[]): Buffer => Buffer.from(`${values.map((record) => JSON.stringify(record)).join('\n')}\n{"cut`);
const bodies: readonly (readonly [TakeInContext, TakeInBody])[] = [
  [sampleContext, { format: 'json', bytes: Buffer.from(JSON.stringify(records)) }],
  [residentContext, { format: 'ndjson', bytes: linesOf(residents) }],
  [residentContext, { format: 'xlsx', bytes: sheetOf('residents', residents) }],
  [workerContext, { format: 'csv', bytes: Buffer.from(csvOf('workers', Array.from({ length: 200 }, (_, index) => ({ ...sampleWorker(index), address: address() })))) }],
  [tripContext, { format: 'ndjson', bytes: linesOf(Array.from({ length: 700 }, (_, index) => sampleTrip({ ref: `CH-${index}`, passengers: index % 103 }))) }],
  [sampleContext, { format: 'ndjson', bytes: linesOf(records) }],
];

/** All but what is random: sealed texts and the keys they are under. */
const comparable = (batch: PreparedBatch) => marked(batch).batch;

/** The same, and whether another thread made it: such a one hands bytes over. */
const marked = ({ shape, ...batch }: PreparedBatch) => {
  const items = itemsOf({ shape, ...batch });
  return {
    batch: { shape, items: items.map((item) => ({ ...item, draft: item.draft && { ...item.draft, dataJson: String(item.draft.dataJson).replace(/"sealed":\{[^}]*\}/, '') } })) },
    isElsewhere: items.some(({ draft }) => draft !== undefined && typeof draft.dataJson !== 'string'),
  };
};

describe('the pool of threads', () => {
  it('prepares what one thread does, of stays, registers and trips, before and after its threads have started, and tells the same of bad bodies', { timeout: 60_000 }, async () => {
    const alone = createTakeIn(deps);
    const pool = createTakeInPool({ ...deps, ...keys, workers: 2 });
    try {
      const expectSame = async () => {
        const elsewhere = [];
        for (const [context, body] of bodies) {
          const { batch, isElsewhere } = marked(await pool.prepare(body, context));
          elsewhere.push(isElsewhere);
          expect(batch).toEqual(comparable(await alone.prepare(body, context)));
        }
        return elsewhere;
      };
      expect(await expectSame()).toContain(false);
      const [context, body] = bodies[0] as (typeof bodies)[number];
      await vi.waitFor(async () => expect(marked(await pool.prepare(body, context)).isElsewhere).toBe(true), { timeout: 40_000, interval: 200 });
      // Records of a workbook are no bytes on their way: they have a place of two numbers.
      expect(await expectSame()).toEqual(bodies.map(([, { format }]) => format !== 'xlsx'));
      await expect(pool.prepare({ format: 'json', bytes: Buffer.from(`[${' '.repeat(100_000)}`) }, sampleContext)).rejects.toMatchObject({ code: 'request.unreadable' });
    } finally {
      await pool.close();
    }
  });
});
