import type { Page, Response } from '@playwright/test';
import { url } from './site.ts';

/** What went wrong on a page: answers of the data source that are errors, and requests that left for another host. */
export type Faults = { readonly found: () => Promise<readonly string[]>; readonly queries: () => number };

type Results = { readonly results?: Readonly<Record<string, { readonly error?: string; readonly status?: number }>> };

const faultsOf = async (response: Response): Promise<readonly string[]> => {
  if (!response.ok()) return [`${response.status()} ${await response.text()}`];
  const { results = {} } = (await response.json()) as Results;
  return Object.entries(results).flatMap(([refId, { error }]) => (error === undefined ? [] : [`${refId}: ${error}`]));
};

/** Listens from now on. */
export const watchFaults = (page: Page): Faults => {
  const host = new URL(url).host;
  const answers: Promise<readonly string[]>[] = [];
  const away: string[] = [];
  page.on('response', (response) => {
    if (/\/api\/ds\/query|\/query\.grafana\.app\//.test(response.url())) answers.push(faultsOf(response));
  });
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (/^(https?|wss?):$/.test(asked.protocol) && asked.host !== host) away.push(`asked ${asked.host}`);
  });
  return { found: async () => [...(await Promise.all(answers)).flat(), ...away], queries: () => answers.length };
};
