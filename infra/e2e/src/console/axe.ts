import axe from 'axe-core';
import type { Page } from 'playwright-core';

type Violation = { readonly id: string; readonly impact: string | null; readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[] };

/** What axe finds serious or critical on a page as it stands, a line each: rule, place, why. */
export const seriousFindings = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  const violations = await page.evaluate<readonly Violation[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })) })))`);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target, failureSummary = '' }) => `${id} (${nodes.length}): ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/g, ' ').slice(0, 240)}`));
};
