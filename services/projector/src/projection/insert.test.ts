import { AppError } from '@da06/errors';
import { describe, expect, it } from 'vitest';
import type { Accepted } from '../door/decode.ts';
import { insertBisecting } from './insert.ts';

const batch = (...lines: readonly string[]): Accepted[] =>
  lines.map((line, index) => ({ row: Buffer.from(line), due: { stays: [], records: [] }, record: { topic: 't', partition: 0, offset: BigInt(index), key: line, value: Buffer.from(line) } }));
/** Takes lines as an engine does: all of them, or none if one is bad. */
const table = () => {
  const held = new Set<string>();
  let calls = 0;
  const write = (rows: readonly Uint8Array[]): Promise<void> => {
    calls += 1;
    const lines = rows.map((row) => Buffer.from(row).toString('utf8'));
    if (lines.some((line) => line.startsWith('bad'))) return Promise.reject(new AppError('warehouse.rejected'));
    for (const line of lines) held.add(line);
    return Promise.resolve();
  };
  return { write, held, calls: () => calls };
};

describe('inserting a batch', () => {
  it('writes it at once', async () => {
    const { write, held, calls } = table();
    expect(await insertBisecting(batch('a', 'b'), { write, maxInARow: 3 })).toEqual([]);
    expect([[...held], calls()]).toEqual([['a', 'b'], 1]);
  });

  it('finds the records that are to blame and takes all others', async () => {
    const { write, held, calls } = table();
    const lines = Array.from({ length: 100 }, (_, index) => (index === 7 || index === 63 ? `bad ${index}` : `good ${index}`));
    const refused = await insertBisecting(batch(...lines), { write, maxInARow: 3 });
    expect(refused.map(({ record }) => record.key)).toEqual(['bad 7', 'bad 63']);
    expect(held.size).toBe(98);
    expect(calls()).toBeLessThan(40);
  });

  it('gives up when too many are refused in a row, before it has tried them all', async () => {
    const { write, calls } = table();
    await expect(insertBisecting(batch(...Array.from({ length: 1000 }, (_, index) => `bad ${index}`)), { write, maxInARow: 5 })).rejects.toMatchObject({ code: 'warehouse.rejected' });
    expect(calls()).toBeLessThan(40);
  });

  it('passes on what is no refusal', async () => {
    await expect(insertBisecting(batch('a', 'b'), { write: () => Promise.reject(new AppError('warehouse.unavailable', { retryable: true })), maxInARow: 5 })).rejects.toMatchObject({ code: 'warehouse.unavailable' });
  });
});
