import { expect, test } from '@grafana/plugin-e2e';
import { audiences } from './site.ts';

type Rules = { readonly data: { readonly groups: readonly { readonly rules: readonly { readonly name: string; readonly health: string; readonly lastError?: string }[] }[] } };

/** Organisations with rules, and how many. */
const rules = new Map([['ioc', 6], ['police', 2]]);

for (const { name, org } of audiences.filter((audience) => rules.has(audience.name))) {
  test(`the alert rules of ${name} are there and were evaluated without an error`, async ({ request }) => {
    await expect.poll(async () => {
      const answer = await request.get('/api/prometheus/grafana/api/v1/rules', { headers: { 'X-Grafana-Org-Id': String(org) } });
      const { data } = (await answer.json()) as Rules;
      return data.groups.flatMap((group) => group.rules).map(({ health }) => health);
    }, { timeout: 150_000, message: 'rules that are asked once an hour are evaluated at the start too' }).toEqual(Array.from({ length: rules.get(name) ?? 0 }, () => 'ok'));
  });
}
