import { readdirSync, readFileSync } from 'node:fs';
import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { describe, expect, it } from 'vitest';
import { provisionedDataSource } from './board.ts';
import { dashboardFiles, fileText } from './boards.ts';
import { itemsOf, textsOf } from './lint/model.ts';

const at = (name: string): URL => new URL(`../${name}`, import.meta.url);
const files = [...dashboardFiles()];

describe('the generated dashboards', () => {
  it.each(files)('%s is as its source says (else: npm run generate -w @da06/dashboards), and named by its uid', (name, board) => {
    expect(readFileSync(at(name), 'utf8')).toBe(fileText(board));
    expect(name.replace(/^en\//, '')).toBe(`${board.uid ?? ''}.json`);
  });
  it('are all the files there are', () => {
    const names = [...readdirSync(at('.')).filter((name) => name.endsWith('.json') && !['package.json', 'tsconfig.json', 'turbo.json'].includes(name)), ...readdirSync(at('en/')).map((name) => `en/${name}`)];
    expect(names.sort()).toEqual(files.map(([name]) => name).sort());
  });
  it('begin with the data source that Grafana is provisioned with', () => {
    expect(readFileSync(at('../infra/grafana/provisioning/datasources/da06.yaml'), 'utf8')).toContain(`uid: ${provisionedDataSource}\n`);
    for (const [, board] of files) expect(board.templating?.list?.[0]).toMatchObject({ name: 'datasource', current: { value: provisionedDataSource } });
  });
  it('differ between the languages in texts alone', () => {
    const formOf = (board: Dashboard): unknown => itemsOf(board).map(({ id, type, gridPos }) => ({ id, type, gridPos }));
    const [vi, en] = [files.filter(([name]) => !name.startsWith('en/')), files.filter(([name]) => name.startsWith('en/'))];
    expect(vi.map(([, board]) => formOf(board))).toEqual(en.map(([, board]) => formOf(board)));
  });
  it('say nothing in Vietnamese on an English board, but the link to the other', () => {
    for (const [name, board] of files.filter(([of]) => of.startsWith('en/'))) expect(textsOf(board).filter((text) => /[ăâđêôơưạ-ỹ]/i.test(text)), name).toEqual(['Tiếng Việt']);
  });
});
