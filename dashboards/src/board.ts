import { DashboardBuilder, DashboardLinkBuilder, DashboardLinkType, DatasourceVariableBuilder, QueryVariableBuilder, RowBuilder, VariableRefresh, type Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { dataSource } from './clickhouse/target.ts';
import { zone } from './clickhouse/sql.ts';
import { panel, type PanelSpec } from './panels/panel.ts';
import { say, type Language, type Text } from './text.ts';

export type SectionSpec = { readonly row?: { readonly id: number; readonly title: Text; readonly y: number }; readonly panels: readonly PanelSpec[] };
type VariableSpec = { readonly name: string; readonly label: Text; /** First column the value, second the text. */ readonly sql: string };
export type BoardSpec = {
  /** Name of the file and uid of the Vietnamese board; the English one has `-en` behind it. */
  readonly uid: string;
  readonly title: Text;
  readonly description: Text;
  readonly tags: readonly string[];
  readonly from: string;
  readonly refresh: string;
  readonly variables: readonly VariableSpec[];
  readonly sections: (language: Language) => readonly SectionSpec[];
};

/** uid of the data source that `infra/grafana` provisions. */
export const provisionedDataSource = 'da06-clickhouse';

const dataSourceLabel: Text = { vi: 'Nguồn dữ liệu', en: 'Data source' };
const otherLanguage: Text = { vi: 'English', en: 'Tiếng Việt' };
const all: Text = { vi: 'Tất cả', en: 'All' };

const uidOf = (board: BoardSpec, language: Language): string => (language === 'vi' ? board.uid : `${board.uid}-en`);

/** Builds a dashboard in one language: classic JSON, as file provisioning takes it. */
export const buildBoard = (board: BoardSpec, language: Language): Dashboard => {
  const text = say(language);
  const other: Language = language === 'vi' ? 'en' : 'vi';
  const builder = new DashboardBuilder(text(board.title))
    .id(null).uid(uidOf(board, language)).description(text(board.description)).tags([...board.tags]).readonly()
    .timezone(zone).weekStart('monday').time({ from: board.from, to: 'now' }).refresh(board.refresh)
    .link(new DashboardLinkBuilder(text(otherLanguage)).type(DashboardLinkType.Link).url(`/d/${uidOf(board, other)}`).keepTime(true).includeVars(true))
    .withVariable(new DatasourceVariableBuilder('datasource').label(text(dataSourceLabel)).type(dataSource.type).current({ text: 'DA06', value: provisionedDataSource }));
  for (const variable of board.variables) {
    builder.withVariable(
      new QueryVariableBuilder(variable.name).label(text(variable.label)).datasource(dataSource).query(variable.sql).definition(variable.sql)
        .multi(true).includeAll(true).refresh(VariableRefresh.OnTimeRangeChanged).current({ text: text(all), value: '$__all' }),
    );
  }
  for (const { row, panels } of board.sections(language)) {
    if (row !== undefined) builder.withRow(new RowBuilder(text(row.title)).id(row.id).gridPos({ x: 0, y: row.y, w: 24, h: 1 }));
    for (const spec of panels) builder.withPanel(panel(spec, text));
  }
  return { ...builder.build(), editable: false };
};
