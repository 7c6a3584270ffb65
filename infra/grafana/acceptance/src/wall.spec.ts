import { expect, test } from '@grafana/plugin-e2e';
import { watchFaults } from './faults.ts';
import { audiences } from './site.ts';

const wall = audiences.find(({ name }) => name === 'wall');

test('the wall shows its board to who has not logged in, and no other organisation', async ({ page, request, gotoDashboardPage }) => {
  const faults = watchFaults(page);
  const board = await gotoDashboardPage({ uid: wall?.boards[0] ?? '', queryParams: new URLSearchParams({ kiosk: '1' }) });
  await board.waitForPanelsQueriesToComplete({ scrollAll: true, timeout: 120_000 });
  expect(faults.queries()).toBeGreaterThan(0);
  expect(await faults.found()).toEqual([]);
  for (const { org } of audiences.filter(({ name }) => name !== 'wall')) {
    const answer = await request.get('/api/search?type=dash-db&limit=1000', { headers: { 'X-Grafana-Org-Id': String(org) } });
    const found = answer.ok() ? ((await answer.json()) as { readonly uid: string }[]).map(({ uid }) => uid) : [];
    expect(found.filter((uid) => !(wall?.boards ?? []).some((own) => uid === own || uid === `${own}-en`)), `organisation ${org}`).toEqual([]);
  }
});
