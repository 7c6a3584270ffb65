import type { Page } from 'playwright-core';
import type { RunningHost } from '../harness/host.ts';

/** The number in a text as Vietnamese people write it: `12.345`, `-3,5%`, `9,48 phút`. NaN for a text without one. */
export const numberIn = (text: string): number => {
  const written = /[-−]?\d+(?:\.\d{3})*(?:,\d+)?/.exec(text)?.[0] ?? 'none';
  return Number(written.replaceAll('.', '').replace(',', '.').replace('−', '-'));
};

/** The figure of a stat as the page shows it, the first if it has several; NaN while there is none. */
export const figureShown = async (page: Page, panel: number): Promise<number> => numberIn(await page.locator(`[data-panel="${panel}"] .stat-value`).first().textContent().catch(() => '') ?? '');

/** One number out of the views, by a query of the test's own; null where the views have none. */
export const asked = async (host: RunningHost, query: string): Promise<number> => {
  const answer = await host.call('POST', '/v1/sql?format=JSONCompact', query, { 'content-type': 'text/plain' });
  if (!answer.ok) throw new Error(`${query}: ${await answer.text()}`);
  return Number(((await answer.json()) as { data: readonly (readonly unknown[])[] }).data[0]?.[0] ?? Number.NaN);
};
