import { tempFolder } from '@da06/testkit';
import { open } from 'lmdb';
import { afterAll, describe, expect, it } from 'vitest';
import { createRefsIndex, type RefChanges } from './refs-index.ts';

const folder = tempFolder(afterAll);
const changes = (days: Record<string, string[]>): RefChanges => ({ refs: new Map(), documents: new Map(), days: new Map(Object.entries(days)), links: new Set() });

describe('arrivals of a day in the index', () => {
  it('are found whichever unit wrote them, each once, beside those an index of before holds under their own keys', async () => {
    const before = open({ path: folder, noSubdir: false, maxDbs: 8, compression: false });
    await before.openDB({ name: 'days' }).put('ks-mau-01\n2026-11-20\nA', 1);
    await before.close();
    const index = createRefsIndex(folder);
    await index.write(changes({ 'ks-mau-01\n2026-11-20': ['B', 'C'], 'ks-mau-01\n2026-11-21': ['D'], 'ks-mau-011\n2026-11-20': ['X'] }), [2, 1]);
    await index.write(changes({ 'ks-mau-01\n2026-11-20': ['C', 'E'] }), [2, 2]);
    expect(index.arrivals('ks-mau-01', '2026-11-20').sort()).toEqual(['A', 'B', 'C', 'E']);
    expect(index.arrivals('ks-mau-01', '2026-11-21')).toEqual(['D']);
    await index.close();
  });
});
