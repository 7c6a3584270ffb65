import { describe, expect, it } from 'vitest';
import type { AskedCounts } from '../alerts/counts.ts';
import { startSignals } from '../testing/started.ts';

const count = { day: '2026-11-20', unit: 'W25357@2025', rule: 'watch-list', alerts: null, simulated: false };

describe('counts of alerts', () => {
  it('are the tables’ own, of the last thirty days unless told, for a wall too', async () => {
    const asked: AskedCounts[] = [];
    const { call } = await startSignals({ counts: (days) => Promise.resolve(asked.push(days)).then(() => [count]) });
    expect((await call('GET', '/v1/alerts/counts', undefined, { key: 'wall' })).body).toEqual({ from: '2026-10-22', to: '2026-11-20', counts: [count] });
    expect((await call('GET', '/v1/alerts/counts?from=2025-11-20&to=2026-11-20', undefined, { key: 'analyst' })).status).toBe(200);
    expect(asked).toEqual([{ from: '2026-10-22', to: '2026-11-20' }, { from: '2025-11-20', to: '2026-11-20' }]);
    for (const query of ['from=2025-11-19&to=2026-11-20', 'from=2026-11-21', 'to=2026-02-30']) expect((await call('GET', `/v1/alerts/counts?${query}`)).status).toBe(400);
  });

  it('are told by a process that has tables alone', async () => {
    const { call } = await startSignals();
    expect(await call('GET', '/v1/alerts/counts')).toMatchObject({ status: 503, body: { code: 'warehouse.unavailable' } });
  });
});
