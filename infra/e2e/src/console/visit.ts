import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** What a visit allows besides a quiet console: `expected` are words of errors that the test itself brings about, such as an answer of 401. */
export type VisitOptions = BrowserContextOptions & { readonly url: string; readonly key?: string; readonly expected?: RegExp };

/** A browser of its own on a console, and what went wrong in it: an error, a breach of the page's policy, a request to anybody else. */
export type Visit = { readonly page: Page; readonly wrong: readonly string[]; readonly close: () => Promise<void> };

export const visit = async (browser: Browser, { url, key, expected, ...options }: VisitOptions): Promise<Visit> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, timezoneId: 'America/New_York', locale: 'en-US', ...options });
  if (key !== undefined) await context.addInitScript(`sessionStorage.setItem('da06.console.key', ${JSON.stringify(key)})`);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const wrong: string[] = [];
  page.on('pageerror', ({ message }) => wrong.push(message));
  page.on('console', (message) => {
    const text = message.text();
    if ((message.type() === 'error' || text.includes('Content Security Policy')) && expected?.test(text) !== true) wrong.push(`${page.url()}: ${text}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`) && !/^(?:data|blob):/.test(request.url())) wrong.push(`asks ${request.url()}`);
    if (key !== undefined && request.url().includes(key)) wrong.push('the key is in a URL');
  });
  return { page, wrong, close: () => context.close() };
};
