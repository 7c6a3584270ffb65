import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TableBuilder } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as TimeseriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { BigValueColorMode, BigValueGraphMode, GraphDrawStyle, ReduceDataOptionsBuilder, StackingConfigBuilder, StackingMode } from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId, ThresholdsConfigBuilder, ThresholdsMode, type Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { dataSource, target } from '../clickhouse/target.ts';
import type { Say, Text } from '../text.ts';

/** From `from` on the value has this colour; the first has no bound. */
export type Threshold = { readonly from: number | null; readonly color: 'green' | 'yellow' | 'red' | 'text' };

type Common = {
  /** Stays the same for ever: links and alerts name it. */
  readonly id: number;
  readonly title: Text;
  /** The definition of the figure, in one sentence. */
  readonly description: Text;
  /** A unit of Grafana; `none` for text and tables of several units. */
  readonly unit: string;
  readonly at: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly sql: string;
  readonly thresholds?: readonly Threshold[];
};
/** Column units of a table, by the column's text. */
type Columns = readonly { readonly name: Text; readonly unit: string }[];
export type PanelSpec =
  | (Common & { readonly kind: 'stat' })
  | (Common & { readonly kind: 'table'; readonly columns?: Columns })
  | (Common & { readonly kind: 'bars' | 'lines'; readonly interval?: string });

const noData: Text = { vi: 'chưa có dữ liệu', en: 'no data yet' };

/** Draws a panel in one language. */
export const panel = (spec: PanelSpec, say: Say): { build: () => Panel } => {
  const common = <Builder extends StatBuilder | TableBuilder | TimeseriesBuilder>(builder: Builder): Builder => {
    builder.id(spec.id).title(say(spec.title)).description(say(spec.description)).unit(spec.unit).gridPos(spec.at).datasource(dataSource).noValue(say(noData));
    builder.withTarget(target(spec.sql, spec.kind === 'stat' || spec.kind === 'table' ? 'table' : 'time-series'));
    if (spec.thresholds !== undefined) builder.thresholds(thresholds(spec.thresholds));
    return builder;
  };
  switch (spec.kind) {
    case 'stat':
      return common(new StatBuilder())
        .graphMode(BigValueGraphMode.None)
        .colorMode(spec.thresholds === undefined ? BigValueColorMode.None : BigValueColorMode.Background)
        .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']).fields('/.*/').values(false));
    case 'table': {
      const table = common(new TableBuilder()).filterable(true);
      for (const { name, unit } of spec.columns ?? []) table.overrideByName(say(name), [{ id: 'unit', value: unit }]);
      return table;
    }
    case 'bars':
    case 'lines': {
      const series = common(new TimeseriesBuilder()).colorScheme(new FieldColorBuilder().mode(FieldColorModeId.PaletteClassicByName));
      if (spec.interval !== undefined) series.interval(spec.interval);
      return spec.kind === 'lines'
        ? series.drawStyle(GraphDrawStyle.Line)
        : series.drawStyle(GraphDrawStyle.Bars).fillOpacity(80).stacking(new StackingConfigBuilder().mode(StackingMode.Normal));
    }
  }
};

const thresholds = (steps: readonly Threshold[]): ThresholdsConfigBuilder =>
  new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(steps.map(({ from, color }) => ({ value: from, color })));
