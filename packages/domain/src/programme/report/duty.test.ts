import { describe, expect, it } from 'vitest';
import { dutyFor, dutyStatus, isReportLate } from './duty.ts';
import { assignment } from './samples.ts';

describe('the duty to report', () => {
  const split = [assignment({ to: '2025-02' }), assignment({ from: '2025-03', to: '2025-06', receiver: 'PC06', verified: false }), assignment({ reporter: 'u1', kind: 'unit', from: '2025-07' })];

  it.each([['2023-11', 'CAH'], ['2025-02', 'CAH'], ['2025-03', 'PC06'], ['2025-06', 'PC06']])('in %s goes to %s: the receiver changed, the reporter did not', (period, receiver) => expect(dutyFor(split, 'CAH', period)?.assignment.receiver).toBe(receiver));
  it('does not hold before the first month, nor after the last', () => {
    expect(dutyFor(split, 'CAH', '2023-10')).toBeUndefined();
    expect(dutyFor(split, 'CAH', '2025-07')).toBeUndefined();
  });
  it('does not hold between two times', () => expect(dutyFor([assignment({ to: '2024-01' }), assignment({ from: '2024-04' })], 'CAH', '2024-02')).toBeUndefined());
  it('holds until further notice where no last month is given', () => expect(dutyFor(split, 'u1', '2199-12')).toBeDefined());
  it('is of nobody else', () => expect(dutyFor(split, 'u2', '2025-07')).toBeUndefined());
  it('follows the time that began last where two hold a month, however they are listed', () => {
    const both = [assignment(), assignment({ from: '2024-06', receiver: 'PC06' })];
    expect([dutyFor(both, 'CAH', '2024-06'), dutyFor(both.toReversed(), 'CAH', '2024-06')].map((duty) => duty?.assignment.receiver)).toEqual(['PC06', 'PC06']);
    expect(dutyFor(both, 'CAH', '2024-05')?.assignment.receiver).toBe('CAH');
  });
  it('follows the later of two that begin together: it was assigned again', () => expect(dutyFor([assignment(), assignment({ dueDay: 10 })], 'CAH', '2023-11')?.dueOn).toBe('2023-12-10'));
  it('gives the last day on time, in the month after', () => expect([dutyFor(split, 'CAH', '2023-12')?.dueOn, dutyFor(split, 'CAH', '2024-01')?.dueOn]).toEqual(['2024-01-05', '2024-02-05']));
});

describe('a report due on 5 January 2026', () => {
  const midnight = Date.UTC(2026, 0, 5, 17);
  it('is in time until the last millisecond of that local day', () => expect(isReportLate(midnight - 1, '2026-01-05')).toBe(false));
  it('is late from the local midnight on', () => expect(isReportLate(midnight, '2026-01-05')).toBe(true));
  it('is judged by the local day, not by that of UTC', () => expect(isReportLate(Date.UTC(2026, 0, 5, 18), '2026-01-05')).toBe(true));
});

describe('how a duty stands', () => {
  const stands = (today: string, submittedAt?: string) => {
    const { status, daysLate } = dutyStatus({ period: '2025-12', dueOn: '2026-01-05', submittedAtMs: submittedAt === undefined ? null : Date.parse(submittedAt) }, today);
    return `${status} ${daysLate}`;
  };
  it('is not yet while its month runs', () => expect(stands('2025-12-31')).toBe('not-yet 0'));
  it('is due from the month after until its last day on time', () => expect([stands('2026-01-01'), stands('2026-01-05')]).toEqual(['due 0', 'due 0']));
  it('is missing from the day after, by days', () => expect([stands('2026-01-06'), stands('2026-02-05')]).toEqual(['missing 1', 'missing 31']));
  it('is in when a report came in time, also before its month ended', () => expect([stands('2026-05-01', '2026-01-05T16:59:59.999Z'), stands('2025-12-30', '2025-12-29T03:00:00.000Z')]).toEqual(['in 0', 'in 0']));
  it('is late by the days to its first submission, and no longer grows', () => expect([stands('2026-05-01', '2026-01-05T17:00:00.000Z'), stands('2026-05-01', '2026-01-07T17:00:00.000Z')]).toEqual(['late 1', 'late 3']));
  it('of an ad-hoc request is due at once', () => expect(dutyStatus({ period: '', dueOn: '2026-01-05', submittedAtMs: null }, '2025-12-31')).toEqual({ status: 'due', daysLate: 0 }));
});
