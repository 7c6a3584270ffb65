import { describe, expect, it } from 'vitest';
import { dayMs } from '../time/vietnam-time.ts';
import { matches, type WatchedEntry, type WatchedStay } from './matches.ts';

const at = (text: string): number => Date.parse(`${text}+07:00`);
const told = (sequence: string, text: string) => ({ sequence, recordedAt: at(text) });
const entry = (of: Partial<WatchedEntry> = {}): WatchedEntry => ({ validFrom: '2026-11-01', expiresOn: '2026-11-30', added: told('10', '2026-11-01T08:00'), removed: '', ...of });
const stay = (of: Partial<WatchedStay> = {}): WatchedStay => ({ arrivedAt: at('2026-11-20T14:00'), departedAt: undefined, cancelled: false, told: told('20', '2026-11-20T14:05'), ...of });

describe('a stay of a watched person', () => {
  it('raises an alert while the entry holds, its last day included', () => {
    expect(matches(entry(), stay(), undefined)).toBe(true);
    expect(matches(entry(), stay({ told: told('20', '2026-11-30T23:59') }), undefined)).toBe(true);
    expect(matches(entry(), stay({ told: told('20', '2026-12-01T00:00') }), undefined)).toBe(false);
    expect(matches(entry({ validFrom: '2026-11-21' }), stay(), undefined)).toBe(false);
  });
  it('raises none once the entry was removed, whatever comes first here', () => {
    expect(matches(entry({ removed: '21' }), stay(), undefined)).toBe(true);
    expect(matches(entry({ removed: '19' }), stay(), undefined)).toBe(false);
  });
  it('raises none when it was called off', () => expect(matches(entry(), stay({ cancelled: true }), undefined)).toBe(false));
  it('raises one for an entry that comes later, thirty days back, or while nobody has left', () => {
    const later = entry({ added: told('30', '2026-11-25T10:00') });
    const began = (days: number, of: Partial<WatchedStay> = {}): boolean => matches(later, stay({ arrivedAt: at('2026-11-25T00:00') - days * dayMs, told: told('20', '2026-11-01T00:00'), ...of }), undefined);
    expect([began(30, { departedAt: 1 }), began(30.1, { departedAt: 1 }), began(31), began(366), began(367)]).toEqual([true, false, true, true, false]);
  });
  it('raises one from when its papers are known to be one person’s', () => {
    expect(matches(entry({ removed: '25' }), stay(), told('24', '2026-11-21T00:00'))).toBe(true);
    expect(matches(entry({ removed: '25' }), stay(), told('26', '2026-11-21T00:00'))).toBe(false);
    expect(matches(entry(), stay(), told('26', '2026-12-02T00:00'))).toBe(false);
  });
});
