import { dashboardFiles, expand, queriesOf } from '@da06/dashboards';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';
import type { Audience } from './audiences.ts';

/** A question of a board: where it stands, its text with every choice open, and the views of `da06` that it names. */
export type Question = { readonly where: string; readonly sql: string; readonly views: readonly string[] };

/** Every view that the data dictionary has. */
const views = new Set([...(readFileSync(join(root, 'infra/clickhouse/DICTIONARY.md'), 'utf8').split('\n## ')[1] ?? '').matchAll(/^### (\w+)$/gm)].map(([, name = '']) => name));

const viewsOf = (sql: string): readonly string[] => [...new Set([...sql.matchAll(/\b(?:FROM|JOIN)\s+(?:da06\.)?(\w+)/gi)].map(([, name = '']) => name).filter((name) => views.has(name)))];

/** What the boards of an audience ask of its data source. */
export const askedBy = ({ boards }: Pick<Audience, 'boards'>): readonly Question[] =>
  [...dashboardFiles().values()].filter(({ uid = '' }) => boards.includes(uid)).flatMap((board) => {
    // All where all can be chosen; a box of text is empty.
    const variables = Object.fromEntries((board.templating?.list ?? []).map(({ name, includeAll }) => [name, includeAll === true ? { values: [], all: true } : { values: [''] }]));
    const view = { from: Date.parse('2026-11-01T00:00:00Z'), to: Date.parse('2026-11-20T00:00:00Z'), interval: 3_600_000, variables };
    return queriesOf(board).map(({ where, sql }) => ({ where: `${board.uid ?? ''} ${where}`, sql: expand(sql, view), views: viewsOf(sql) }));
  });
