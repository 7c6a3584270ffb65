import { expect, test } from '@grafana/plugin-e2e';
import { watchFaults } from './faults.ts';
import { audiences, uidsOf } from './site.ts';

for (const audience of audiences) {
  test.describe(`the organisation of ${audience.name}`, () => {
    test('has its boards and no others', async ({ request }) => {
      const answer = await request.get('/api/search?type=dash-db&limit=1000', { headers: { 'X-Grafana-Org-Id': String(audience.org) } });
      expect(answer.ok(), await answer.text()).toBe(true);
      const found = (await answer.json()) as { readonly uid: string }[];
      expect(found.map(({ uid }) => uid).sort()).toEqual([...uidsOf(audience)].sort());
    });

    for (const uid of uidsOf(audience)) {
      test(`${uid} shows every panel without an error, and asks nothing of the internet`, async ({ page, gotoDashboardPage }) => {
        const faults = watchFaults(page);
        const board = await gotoDashboardPage({ uid, queryParams: new URLSearchParams({ orgId: String(audience.org) }) });
        await board.waitForPanelsQueriesToComplete({ scrollAll: true, timeout: 120_000 });
        expect(faults.queries(), 'a board that asks nothing shows nothing').toBeGreaterThan(0);
        expect(await faults.found()).toEqual([]);
        await expect(page.getByTestId('data-testid Panel status error')).toHaveCount(0);
      });
    }
  });
}
