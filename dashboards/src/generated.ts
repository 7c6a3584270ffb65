import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { readFileSync, readdirSync } from 'node:fs';

/** The dashboards as their files have them, Vietnamese first; a test holds the files equal to the sources. */
export const generatedBoards = (): readonly Dashboard[] =>
  ['../', '../en/'].flatMap((folder) => {
    const url = new URL(folder, import.meta.url);
    return readdirSync(url).filter((name) => name.endsWith('.json') && !/^(?:package|tsconfig|turbo)\.json$/.test(name)).map((name) => JSON.parse(readFileSync(new URL(name, url), 'utf8')) as Dashboard);
  });
