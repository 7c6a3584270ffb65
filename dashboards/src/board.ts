import { DashboardBuilder, DatasourceVariableBuilder, RowBuilder, VariableHide, type Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { holidays } from './annotations/holidays.ts';
import { dataSource } from './clickhouse/target.ts';
import { zone } from './clickhouse/sql.ts';
import { languageTag, linksOf, uidIn } from './links/links.ts';
import { panel } from './panels/panel.ts';
import type { PanelSpec } from './panels/spec.ts';
import { say, type Language, type Text } from './text.ts';
import type { VariableSpec } from './variables/spec.ts';
import { variable } from './variables/variable.ts';

export type SectionSpec = { readonly row?: { readonly id: number; readonly title: Text; readonly y: number }; readonly panels: readonly PanelSpec[] };
export type BoardSpec = {
  /** Name of the file and uid of the Vietnamese board; the English one has `-en` behind it. */
  readonly uid: string;
  readonly title: Text;
  readonly description: Text;
  readonly tags: readonly string[];
  readonly from: string;
  readonly refresh: string;
  readonly variables: readonly VariableSpec[];
  /** A wall shows no choices at all, not even that of the data source. */
  readonly wall?: true;
  readonly sections: (language: Language) => readonly SectionSpec[];
};

/** uid of the data source that `infra/grafana` provisions. */
export const provisionedDataSource = 'da06-clickhouse';

const dataSourceLabel: Text = { vi: 'Nguồn dữ liệu', en: 'Data source' };

/** Builds a dashboard in one language: classic JSON, as file provisioning takes it. */
export const buildBoard = (board: BoardSpec, language: Language): Dashboard => {
  const text = say(language);
  const builder = new DashboardBuilder(text(board.title))
    .id(null).uid(uidIn(board.uid, language)).description(text(board.description)).tags([...board.tags, languageTag(language)]).readonly()
    .timezone(zone).weekStart('monday').time({ from: board.from, to: 'now' }).refresh(board.refresh)
    .links(linksOf(board.uid, language, text)).annotation(holidays(text))
    .withVariable(new DatasourceVariableBuilder('datasource').label(text(dataSourceLabel)).type(dataSource.type).current({ text: 'DA06', value: provisionedDataSource }).hide(board.wall === true ? VariableHide.HideVariable : VariableHide.DontHide));
  for (const spec of board.variables) builder.withVariable(variable(spec, text));
  for (const { row, panels } of board.sections(language)) {
    if (row !== undefined) builder.withRow(new RowBuilder(text(row.title)).id(row.id).gridPos({ x: 0, y: row.y, w: 24, h: 1 }));
    for (const spec of panels) builder.withPanel(panel(spec, text));
  }
  return { ...builder.build(), editable: false };
};
