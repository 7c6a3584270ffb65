import { describe, expect, it } from 'vitest';
import { arrayBatches, textBatches } from './batches.ts';
import type { FileBatch } from './batches.ts';

/** The text in pieces of `size` bytes, as a slow disk would give it. */
async function* pieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let i = 0; i < bytes.length; i += size) yield await Promise.resolve(bytes.subarray(i, i + size));
}

const all = async (batches: AsyncIterable<FileBatch>): Promise<{ body: string; firstIndex: number; lines: readonly number[] }[]> => {
  const found = [];
  for await (const { body, firstIndex, lines } of batches) found.push({ body: body.toString(), firstIndex, lines });
  return found;
};

describe('textBatches', () => {
  it.each([1, 3, 1000])('cuts NDJSON at line ends, whatever the pieces read are (%i bytes)', async (size) => {
    expect(await all(textBatches(pieces('{"a":1}\n\n{"a":2}\r\n{"a":3}', size), 'lines', { maxRecords: 2, maxBytes: 1e6 }))).toEqual([
      { body: '{"a":1}\n{"a":2}\r\n', firstIndex: 0, lines: [1, 3] },
      { body: '{"a":3}', firstIndex: 2, lines: [4] },
    ]);
  });

  it.each([1, 4, 1000])('keeps line ends inside quotes of CSV and repeats the header (%i bytes)', async (size) => {
    expect(await all(textBatches(pieces('ref,note\n1,"x\ny"\n2,z\n3,"a""b"\n', size), 'csv', { maxRecords: 2, maxBytes: 1e6 }))).toEqual([
      { body: 'ref,note\n1,"x\ny"\n2,z\n', firstIndex: 0, lines: [2, 4] },
      { body: 'ref,note\n3,"a""b"\n', firstIndex: 2, lines: [5] },
    ]);
  });

  it('gives the records after a quote that was never closed one by one', async () => {
    const [batch] = await all(textBatches(pieces('ref,note\n1,"x\n2,y\n3,z\n', 7), 'csv'));
    expect(batch?.lines).toEqual([2, 3, 4]);
  });

  it('starts another batch before the bytes of one grow too many', async () => {
    const batches = await all(textBatches(pieces('{"a":11}\n{"a":22}\n', 9), 'lines', { maxRecords: 10, maxBytes: 10 }));
    expect(batches.map(({ body }) => body)).toEqual(['{"a":11}\n', '{"a":22}\n']);
  });
});

describe('arrayBatches', () => {
  it('sends arrays of at most so many elements and counts from one', () => {
    const batches = [...arrayBatches([{ a: 1 }, { a: 2 }, { a: 3 }], 30, { maxRecords: 2, maxBytes: 1e6 })];
    expect(batches.map(({ body, lines }) => [body.toString(), lines])).toEqual([['[{"a":1},{"a":2}]', [1, 2]], ['[{"a":3}]', [3]]]);
  });
});
