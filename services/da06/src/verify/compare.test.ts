import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareClaims } from './compare.ts';
import { readReceiptFiles } from './read-receipts.ts';

const receiptOf = (facility: string, register?: string): string => `x.${Buffer.from(JSON.stringify({ facility, register })).toString('base64url')}.y`;
const answer = (...items: { ref: string; status: string; eventId: string | null }[]) => ({ receipt: receiptOf('ks-1'), items });
const events = (counts: Record<string, number>) => () => Promise.resolve(new Map(Object.entries(counts).map(([id, rows]) => [id, { rows, checkIn: !id.startsWith('out') }])));

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'da06-verify-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};

describe('verify with receipts', () => {
  const first = answer({ ref: 'A', status: 'accepted', eventId: 'e1' }, { ref: 'B', status: 'rejected', eventId: null });
  const again = answer({ ref: 'A', status: 'duplicate', eventId: 'e1' });

  it('is green when every accepted event is seen once, however often it was sent', async () => {
    const claims = readReceiptFiles([file('lines', `${JSON.stringify(first)}\n${JSON.stringify(again)}\n`)]);
    expect(await compareClaims(claims, events({ e1: 1 }))).toEqual({ receipts: 1, found: 1, missing: 0, twice: 0, rejected: 1 });
  });

  it('reads one answer, an array of answers, and the answer to a PUT', () => {
    expect(readReceiptFiles([file('one', JSON.stringify(first))]).accepted).toHaveLength(1);
    expect(readReceiptFiles([file('array', JSON.stringify([first, again]))]).accepted).toHaveLength(2);
    expect(readReceiptFiles([file('put', JSON.stringify({ ref: 'A', status: 'accepted', eventId: 'E1', receipt: receiptOf('k') }))]).accepted).toEqual([{ facility: 'k', ref: 'A', eventId: 'e1', status: 'accepted' }]);
  });

  it('keeps a reference of one register apart from the same of the other, and of a facility that is called like it', async () => {
    const told = ([['', 'residents'], ['', 'workers'], ['residents', undefined]] as const).map(([facility, register], place) => ({ receipt: receiptOf(facility, register), items: [{ ref: 'A', status: 'accepted', eventId: `e${place}` }] }));
    const claims = readReceiptFiles([file('registers', JSON.stringify(told))]);
    expect(claims.accepted.map(({ facility }) => facility)).toEqual(['@residents', '@workers', 'residents']);
    expect(await compareClaims(claims, events({ e0: 1, e1: 1, e2: 1 }))).toMatchObject({ found: 3, twice: 0 });
  });

  it('passes over a last line that was cut off, and refuses one in the middle', () => {
    expect(readReceiptFiles([file('cut', `${JSON.stringify(first)}\n{"items":[`)]).accepted).toHaveLength(1);
    expect(() => readReceiptFiles([file('torn', `{"items":[\n${JSON.stringify(first)}\n`)])).toThrow('line 1');
  });

  it('finds an event that was lost', async () => {
    expect(await compareClaims(readReceiptFiles([file('l', JSON.stringify(first))]), events({}))).toMatchObject({ found: 0, missing: 1 });
  });

  it('does not take a check-out that came before its check-in for a double', async () => {
    const claims = readReceiptFiles([file('o', JSON.stringify([answer({ ref: 'A', status: 'accepted', eventId: 'out1' }), first]))]);
    expect(await compareClaims(claims, events({ out1: 1, e1: 1 }))).toMatchObject({ found: 2, twice: 0 });
  });

  it.each([
    ['the view shows it twice', [first], { e1: 2 }],
    ['its reference was taken for new twice', [first, answer({ ref: 'A', status: 'accepted', eventId: 'e2' })], { e1: 1, e2: 1 }],
    ['two references were told the same event', [first, answer({ ref: 'C', status: 'accepted', eventId: 'e1' })], { e1: 1 }],
  ])('finds a double: %s', async (_, answers, counts) => {
    expect(await compareClaims(readReceiptFiles([file('d', JSON.stringify(answers))]), events(counts))).toMatchObject({ missing: 0, twice: 1 });
  });
});
