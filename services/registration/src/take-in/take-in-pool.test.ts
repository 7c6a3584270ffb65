import { describe, expect, it } from 'vitest';
import { sampleContext, sampleStay } from './samples.ts';
import { createTakeIn } from './take-in.ts';
import { createTakeInPool } from './take-in-pool.ts';
import { deps, itemsOf } from './take-in.fixture.ts';
import type { PreparedBatch, TakeInBody } from './types.ts';

const keys = { masterKey: new Uint8Array(32).fill(1), hashKey: new Uint8Array(32).fill(2), localityDir: undefined };
const records = Array.from({ length: 600 }, (_, index) => ({ ...sampleStay(index), ...(index === 300 ? { arrival: null } : {}) }));
const bodies: TakeInBody[] = [
  { format: 'ndjson', bytes: Buffer.from(`${records.map((record) => JSON.stringify(record)).join('\n')}\n{"cut`) },
  { format: 'json', bytes: Buffer.from(JSON.stringify(records)) },
];

/** All but what is random: sealed texts and the keys they are under. */
const comparable = (batch: PreparedBatch) => ({ shape: batch.shape, items: itemsOf(batch).map((item) => ({ ...item, draft: item.draft && { ...item.draft, dataJson: String(item.draft.dataJson).replace(/"sealed":\{[^}]*\}/, '') } })) });

describe('the pool of threads', () => {
  it('prepares what one thread does, before and after its threads have started, and tells the same of bad bodies', { timeout: 30_000 }, async () => {
    const alone = createTakeIn(deps);
    const pool = createTakeInPool({ ...deps, ...keys, workers: 2 });
    try {
      let pieces = 1;
      for (let round = 0; round < 200 && pieces === 1; round += 1) {
        for (const body of bodies) {
          const batch = await pool.prepare(body, sampleContext);
          if (body.format === 'ndjson') pieces = batch.pieces.length;
          if (round === 0 || pieces > 1) expect(comparable(batch)).toEqual(comparable(await alone.prepare(body, sampleContext)));
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(pieces).toBeGreaterThan(1);
      await expect(pool.prepare({ format: 'json', bytes: Buffer.from(`[${' '.repeat(100_000)}`) }, sampleContext)).rejects.toMatchObject({ code: 'request.unreadable' });
    } finally {
      await pool.close();
    }
  });
});
