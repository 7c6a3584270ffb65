import { describe, expect, it } from 'vitest';
import { leadersOn } from './leaders.ts';

const lead = (code: string, from: string | null, to: string | null) => ({ code, vi: code, from, to, collective: false });
const leads = [lead('A', null, '2025-02-28'), lead('B', '2025-03-01', '2025-06-30'), lead('B', null, null)];
const codesOn = (day: string): string[] => leadersOn(leads, day).map(({ code }) => code);

describe('those who lead a model', () => {
  it('are the plan’s while they last, also on their last day', () => expect([codesOn('2023-10-01'), codesOn('2025-02-28')]).toEqual([['A', 'B'], ['A', 'B']]));
  it('are who came after them from the first day on, each once', () => expect(codesOn('2025-03-01')).toEqual(['B']));
  it('are nobody where all have ended', () => expect(leadersOn([lead('A', null, '2025-02-28')], '2025-03-01')).toEqual([]));
});
