import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvExample, qrExample, xmlExample } from '../docs/examples.ts';
import { prepare } from '../take-in/take-in.fixture.ts';
import { readPortalSheet } from './read-sheet.ts';
import { cellsOf, sheetFile, sheetGuest } from './sheet-samples.ts';
import { sheetColumns } from './template.ts';
import { writeSheet, type SheetRow } from './write-sheet.ts';

const bytesOf = async (rows: readonly SheetRow[]): Promise<Uint8Array> => new Uint8Array(await new Response(writeSheet({ rows })).arrayBuffer());
const valid = (number: number): SheetRow => sheetColumns.map(({ field }) => String(sheetGuest(number)[field ?? 'stt'] ?? ''));

describe('a sheet that was written', () => {
  it('is read to the same texts, whatever they are', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 }).map((any) => any.replace(/\p{Cs}|[\ufffe\uffff]/gu, ''));
    const tricky = fc.constantFrom('=1+1', '+84', '-1', '@a', '_x0041_', '_x005F_x0041_', ' a ', 'a\r\nb', '\t', ']]>', '<b>&amp;', '🏨', '\u0000', "'0");
    const cell = fc.oneof(text, tricky);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 19, maxLength: 19 }), { minLength: 1, maxLength: 4 }), async (rows) => {
        const named = rows.map((row) => row.map((value, column) => (column === 1 ? `a${value}` : value)));
        const { items } = await readPortalSheet(await bytesOf(named));
        const read = [...items].map(({ row, at }) => [at, sheetColumns.map(({ header }) => row[header.trim()])]);
        expect(read).toEqual(named.map((row, index) => [{ row: index + 5, column: row[0] === '' ? 2 : 1 }, row]));
      }),
      { numRuns: 100 },
    );
  });

  it('of valid guests is taken to the same stays as one made by hand', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 20 }), async (numbers) => {
        const first = await prepare('xlsx', await bytesOf(numbers.map(valid)));
        const again = await prepare('xlsx', sheetFile(Object.fromEntries(numbers.map((number, index) => [index + 5, cellsOf(sheetGuest(number))]))));
        expect(first.items.map(({ rejected }) => rejected)).toEqual(numbers.map(() => false));
        expect(again.items.map(({ ref, hash, draft }) => [ref, hash, draft?.contentMac])).toEqual(first.items.map(({ ref, hash, draft }) => [ref, hash, draft?.contentMac]));
      }),
      { numRuns: 20 },
    );
  });
});

describe('the examples of the documentation', () => {
  it.each([['xml', xmlExample], ['qr', qrExample], ['csv', csvExample]] as const)('in %s are taken', async (format, example) => {
    expect((await prepare(format, example)).items.map(({ rejected }) => rejected)).toEqual([false]);
  });
});
