import type { Dashboard, Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { describe, expect, it } from 'vitest';
import { dashboardFiles } from '../boards.ts';
import { lint } from './lint.ts';
import { panelsOf } from './model.ts';
import { rules } from './rules.ts';

const boards = (): Dashboard[] => [...dashboardFiles().values()].map((board) => structuredClone(board));
/** The board in which faults are planted. */
const first = (all: Dashboard[]): Dashboard => all.find(({ uid }) => uid === 'suc-khoe-du-lieu') as Dashboard;
const panel = (all: Dashboard[], id = 11): Panel => panelsOf(first(all)).find((one) => one.id === id) as Panel;
// Casts in this file plant what the types of the SDK forbid: a fault that only a hand-written JSON could have.
const query = (all: Dashboard[], id = 11): { rawSql: string; format: number; datasource: { uid: string } } => (panel(all, id).targets as unknown as never[])[0] as never;

type Plant = readonly [rule: string, what: string, plant: (all: Dashboard[]) => void];
const plants: readonly Plant[] = [
  ['ids', 'a panel without id', (all) => { delete panel(all).id; }],
  ['ids', 'an id used twice', (all) => { panel(all).id = 12; }],
  ['uids', 'a uid used twice', (all) => { (all.find((board) => board !== first(all)) as Dashboard).uid = first(all).uid as string; }],
  ['uids', 'a uid of other letters', (all) => { first(all).uid = 'Sức khỏe'; }],
  ['provisioned', 'an id of a database', (all) => { first(all).id = 7; }],
  ['provisioned', 'an editable board', (all) => { first(all).editable = true; }],
  ['provisioned', 'a time zone of the browser', (all) => { first(all).timezone = 'browser'; }],
  ['places', 'a panel outside the columns', (all) => { Object.assign(panel(all).gridPos ?? {}, { x: 20 }); }],
  ['places', 'panels that overlap', (all) => { Object.assign(panel(all, 12).gridPos ?? {}, { x: 8 }); }],
  ['told', 'a panel without title', (all) => { panel(all).title = ' '; }],
  ['told', 'a description of two sentences', (all) => { panel(all).description = 'Một câu. Hai câu.'; }],
  ['told', 'a panel without unit', (all) => { delete panel(all).fieldConfig?.defaults.unit; }],
  ['told', 'a panel that asks nothing', (all) => { panel(all).targets = []; }],
  ['variables', 'a variable that is not defined', (all) => { query(all).rawSql += ' AND unit IN (${unit:singlequote})'; }],
  ['variables', 'a variable that is not used', (all) => { first(all).templating?.list?.push({ ...(first(all).templating?.list?.[1] as never as object), name: 'spare' } as never); }],
  ['variables', 'a variable without quotes', (all) => { query(all).rawSql += " AND facility_id = '$facility'"; }],
  ['links', 'a link to no dashboard', (all) => { Object.assign(first(all).links?.[1] ?? {}, { url: '/d/khong-co' }); }],
  ['links', 'a tag of no dashboard', (all) => { Object.assign(first(all).links?.[0] ?? {}, { tags: ['da06-khong-co'] }); }],
  ['thresholds', 'thresholds that descend', (all) => { panel(all, 2).fieldConfig?.defaults.thresholds?.steps.reverse(); }],
  ['composed', 'a decomposed text', (all) => { panel(all).title = 'Sức khỏe'.normalize('NFD'); }],
  ['persons', 'a column of a person', (all) => { query(all).rawSql = 'SELECT person_key FROM stays'; }],
  ['persons', 'every column of stays', (all) => { query(all).rawSql = 'SELECT * FROM stays'; }],
  ['persons', 'a table below the views', (all) => { query(all).rawSql = 'SELECT count() FROM raw_stays_v1'; }],
  ['days', 'days by UTC', (all) => { query(all).rawSql += ' AND toStartOfDay(recorded_at) > 0'; }],
  ['days', 'a filter of dates by UTC', (all) => { query(all).rawSql += ' AND $__dateFilter(day)'; }],
  ['sources', 'a fixed data source', (all) => { query(all).datasource = { uid: 'da06-clickhouse' }; }],
  ['sources', 'a series drawn from a table', (all) => { query(all).format = 1; }],
  ['macros', 'a macro that there is not', (all) => { query(all).rawSql += ' AND $__timeRange(recorded_at)'; }],
  ['macros', 'a condition with a comma of its own', (all) => { query(all).rawSql += ' AND $__conditionalAll(a, b, $facility)'; }],
  ['macros', 'a condition that ends in a sign of replacements', (all) => { query(all).rawSql += " AND $__conditionalAll(match(type, 'stay$'), $facility)"; }],
  ['opening', 'another first row', (all) => { panel(all, 3).id = 99; }],
];

describe('the lint of dashboards', () => {
  it('finds nothing in ours, and looked at boards of ten panels and more in both languages', () => {
    expect(lint(boards())).toEqual([]);
    expect(boards().map((board) => panelsOf(board).length >= 10)).toEqual(boards().map(() => true));
    expect(boards().length).toBeGreaterThanOrEqual(4);
  });
  it.each(plants)('by its rule "%s" finds %s', (rule, _what, plant) => {
    const all = boards();
    plant(all);
    expect(lint(all).map((finding) => finding.rule)).toContain(rule);
  });
  it('has a planted fault for each rule', () => expect([...new Set(plants.map(([rule]) => rule))].sort()).toEqual(Object.keys(rules).sort()));
});
