import type { BoardListed } from '@da06/console/api';
import { DashboardLinkType } from '@grafana/grafana-foundation-sdk/dashboard';
import { describe, expect, it } from 'vitest';
import { isSafe, linksOf, variableQuery } from './links.ts';

const listed = (uid: string, tags: readonly string[]): BoardListed => ({ uid, title: uid, description: '', language: 'vi', tags });
const boards = [listed('dan-cu', ['da06', 'da06-vi']), listed('du-lich', ['da06', 'da06-vi']), listed('du-lich-en', ['da06', 'da06-en'])];
const around = { raw: { from: 'now-7d', to: 'now' }, choices: { unit: ['A', 'b c'], kind: 'all' } } as const;
const link = { title: 'Các bảng', type: DashboardLinkType.Dashboards, icon: '', tooltip: '', tags: ['da06-vi'], asDropdown: true, targetBlank: false, includeVars: true, keepTime: true };

describe('links of a board', () => {
  it('by tag lead to the other boards that may be opened, with range and choices', () => {
    expect(linksOf([link], 'dan-cu', boards, around)).toEqual([{ title: 'du-lich', url: '/d/du-lich?from=now-7d&to=now&var-unit=A&var-unit=b%20c&var-kind=%24__all', external: false }]);
  });
  it('take along only what they say', () => {
    expect(linksOf([{ ...link, includeVars: false, keepTime: false }], 'dan-cu', boards, around)[0]?.url).toBe('/d/du-lich');
    expect(linksOf([{ ...link, type: DashboardLinkType.Link, url: '/d/du-lich-en?x=1', includeVars: false }], 'dan-cu', boards, around)[0]?.url).toBe('/d/du-lich-en?x=1&from=now-7d&to=now');
  });
  it('leave the board in its other language to the header', () => {
    expect(linksOf([{ ...link, type: DashboardLinkType.Link, url: '/d/dan-cu-en' }], 'dan-cu', boards, around)).toEqual([]);
  });
  it('run nothing', () => {
    expect(linksOf([{ ...link, type: DashboardLinkType.Link, url: 'javascript:alert(1)' }], 'dan-cu', boards, around)).toEqual([]);
    expect(['/d/a', 'https://x', '?a', '//evil', 'data:text/html,x', 'javascript:1'].map(isSafe)).toEqual([true, true, true, false, false, false]);
  });
  it('write a choice as an address holds it', () => {
    expect(variableQuery({ unit: ['A'], kind: 'all' }, ['kind', 'none'])).toBe('var-kind=%24__all');
  });
});
