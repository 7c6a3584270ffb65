import type { Page } from 'playwright-core';
import { eventually } from '../harness/temp.ts';

/** What a panel says of itself. */
type PanelState = 'loading' | 'data' | 'empty' | 'error';
export type PanelSeen = { readonly panel: string; readonly type: string; readonly title: string; readonly state: PanelState | 'none'; readonly text: string };

const seenInPage = `[...document.querySelectorAll('[data-panel]')].filter((element) => element.checkVisibility()).map((element) => ({
  panel: element.dataset.panel, type: /type-(\\S+)/.exec(element.className)?.[1] ?? '', title: element.querySelector('h2, h3')?.textContent ?? '', state: element.dataset.state ?? 'none',
  text: (element.querySelector('.body')?.innerText ?? '') + ' ' + (element.querySelector('[role=alert]')?.innerText ?? ''),
}))`;

/** Panels that are not hidden, in the order of the page. */
export const panelsOf = (page: Page): Promise<PanelSeen[]> => page.evaluate<PanelSeen[]>(seenInPage);

/**
 * Resolves when each panel that is not hidden says data, that it has none, or what went wrong. In a window as high as the page that is all of them: panels ask as they come
 * near. Asked from outside: the page's policy lets nothing be evaluated inside it.
 */
export const panelsSettled = (page: Page, ms = 180_000): Promise<readonly PanelSeen[]> =>
  eventually('every panel settled', ms, async () => {
    const panels = await panelsOf(page);
    return panels.length > 0 && panels.every(({ state }) => state !== 'none' && state !== 'loading') ? panels : undefined;
  });

/** Opens the rows of a board that are closed. */
export const openRows = async (page: Page): Promise<void> => {
  for (const row of await page.locator('h2.row button[aria-expanded=false]').all()) await row.click();
};

/** Makes the window as high as the page, twice: what comes near may be higher than its place was. */
export const showWhole = async (page: Page): Promise<void> => {
  const width = page.viewportSize()?.width ?? 0;
  for (let time = 0; time < 2; time += 1) await page.setViewportSize({ width, height: Math.max(600, await page.evaluate<number>('document.documentElement.scrollHeight')) });
};
