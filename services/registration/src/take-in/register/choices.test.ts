import { describe, expect, it } from 'vitest';
import { readField } from '../fields/read-field.ts';
import { identityOf, told } from '../take-in.fixture.ts';
import type { Finding } from '../types.ts';
import { choices } from './choices.ts';
import { recordColumns } from './columns.ts';
import { resident } from './register.fixture.ts';

describe('a field with a list of values', () => {
  it('is read from the words that people write in a sheet, in any case and without marks too', () => {
    const rows = (['residents', 'workers'] as const).flatMap((register) => recordColumns(register)).map(({ row }) => row).filter(({ words, allowed }) => words !== undefined && allowed !== undefined);
    expect(rows.map(({ field }) => field)).toEqual(['change', 'cause', 'ends', 'kind', 'destination', 'status', 'position', 'industryScheme', 'contract', 'socialInsurance', 'unemploymentInsurance', 'training']);
    for (const row of rows) {
      const found: Finding[] = [];
      for (const [word, value] of row.words ?? []) {
        expect(row.allowed).toContain(value);
        expect([row.field, word, readField(word, row, found), readField(` ${word.toUpperCase()} `, row, found), readField(value, row, found)]).toEqual([row.field, word, value, value, value]);
      }
      expect(readField('không có trong danh mục', row, found)).toBe('');
      expect(found).toEqual([{ pointer: row.pointer, code: 'field.not-allowed-value', received: 'không có trong danh mục' }]);
    }
  });

  it('that the locality’s pack lists is read from words too, and left as it is otherwise', async () => {
    const kindOf = async (kind: string) => {
      const item = await resident('permanent', { 'person.document': { kind, number: '070190204729', issuingState: 'VNM' } });
      return item.draft === undefined ? told(item) : (identityOf(item)['person'] as { document: { kind: string } }).document.kind;
    };
    expect(await Promise.all(['cccd', 'CCCD', 'Căn cước công dân', 'thẻ căn cước'].map(kindOf))).toEqual(['cccd', 'cccd', 'cccd', 'cccd']);
    expect(await kindOf('thẻ nhà báo')).toEqual(['document.kind-unknown /person/document/kind']);
  });

  it('never gives one word two values', () => {
    expect(() => choices({ one: ['Khác'], two: ['khác'] })).toThrow('khac');
  });
});
