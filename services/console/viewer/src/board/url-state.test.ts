import { describe, expect, it } from 'vitest';
import { readUrl, writeUrl } from './url-state.ts';

describe('the address of a board', () => {
  it('is read in the words of Grafana: range, repeated variables, the panel shown alone', () => {
    const query = new URLSearchParams('from=now-30d&to=now&var-unit=A&var-unit=B&var-kind=%24__all&refresh=1m&viewPanel=panel-12');
    expect(readUrl(query)).toEqual({ from: 'now-30d', to: 'now', refresh: '1m', variables: { unit: ['A', 'B'], kind: ['$__all'] }, viewPanel: 12 });
  });
  it('takes the number alone, as older Grafana wrote it, and nothing else for a panel', () => {
    expect(readUrl(new URLSearchParams('viewPanel=7')).viewPanel).toBe(7);
    expect(readUrl(new URLSearchParams('viewPanel=seven')).viewPanel).toBeUndefined();
  });
  it('says nothing where the address says nothing', () => {
    expect(readUrl(new URLSearchParams())).toEqual({ from: undefined, to: undefined, refresh: undefined, variables: {}, viewPanel: undefined });
  });
  it('changes what is changed and keeps the rest', () => {
    const query = new URLSearchParams('from=now-7d&var-unit=A&var-unit=B&var-kind=hotel&kiosk=');
    expect(writeUrl(query, { variables: { unit: ['C'] }, viewPanel: 3 }).toString()).toBe('from=now-7d&var-kind=hotel&kiosk=&viewPanel=panel-3&var-unit=C');
  });
  it('takes out what is set to nothing', () => {
    expect(writeUrl(new URLSearchParams('from=now-7d&viewPanel=panel-3'), { viewPanel: undefined }).toString()).toBe('from=now-7d');
  });
  it('reads what it has written', () => {
    const state = { from: '2026-11-01T00:00:00.000Z', to: 'now', refresh: '', variables: { unit: ['W25357@2025', 'a,b'] }, viewPanel: 9 };
    expect(readUrl(writeUrl(new URLSearchParams(), state))).toEqual(state);
  });
});
