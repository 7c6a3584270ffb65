import { PanelBuilder as BarChartBuilder } from '@grafana/grafana-foundation-sdk/barchart';
import { PanelBuilder as BarGaugeBuilder } from '@grafana/grafana-foundation-sdk/bargauge';
import { BarGaugeDisplayMode, BigValueColorMode, BigValueGraphMode, BigValueTextMode, GraphDrawStyle, LegendDisplayMode, LegendPlacement, ReduceDataOptionsBuilder, StackingConfigBuilder, StackingMode, VisibilityMode, VizOrientation } from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId, type Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as GeomapBuilder } from '@grafana/grafana-foundation-sdk/geomap';
import { PanelBuilder as HeatmapBuilder } from '@grafana/grafana-foundation-sdk/heatmap';
import { PanelBuilder as PieBuilder, PieChartLegendOptionsBuilder, PieChartLegendValues } from '@grafana/grafana-foundation-sdk/piechart';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TimelineBuilder } from '@grafana/grafana-foundation-sdk/statetimeline';
import { PanelBuilder as GridBuilder } from '@grafana/grafana-foundation-sdk/statushistory';
import { PanelBuilder as TableBuilder } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as TextBuilder, TextMode } from '@grafana/grafana-foundation-sdk/text';
import { PanelBuilder as TimeseriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { dataSource, target } from '../clickhouse/target.ts';
import type { Say, Text } from '../text.ts';
import { mappings, propertiesOf, thresholds } from './field.ts';
import { emptyBasemap, markers } from './map.ts';
import type { AskingSpec, PanelSpec } from './spec.ts';

const noData: Text = { vi: 'chưa có dữ liệu', en: 'no data yet' };

type AskingBuilder = BarChartBuilder | BarGaugeBuilder | GeomapBuilder | GridBuilder | HeatmapBuilder | PieBuilder | StatBuilder | TableBuilder | TimelineBuilder | TimeseriesBuilder;

/** Kinds whose statement answers a series over time. */
const overTime: readonly PanelSpec['kind'][] = ['bars', 'lines', 'heatmap', 'timeline', 'grid'];

/** Each row is a value of its own. */
const eachRow = (): ReduceDataOptionsBuilder => new ReduceDataOptionsBuilder().calcs(['lastNotNull']).values(true).limit(60);

/** Draws a panel in one language. */
export const panel = (spec: PanelSpec, say: Say): { build: () => Panel } => {
  if (spec.kind === 'text') return new TextBuilder().id(spec.id).title(say(spec.title)).description(say(spec.description)).gridPos(spec.at).mode(TextMode.Markdown).content(say(spec.content));
  const common = <Builder extends AskingBuilder>(builder: Builder): Builder => asked(builder, spec, say);
  switch (spec.kind) {
    case 'stat': {
      const stat = common(new StatBuilder())
        .graphMode(BigValueGraphMode.None)
        .colorMode(spec.thresholds !== undefined ? BigValueColorMode.Background : (spec.columns ?? []).some((column) => column.thresholds !== undefined) ? BigValueColorMode.Value : BigValueColorMode.None)
        .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']).fields('/.*/').values(false));
      return spec.named === true ? stat.textMode(BigValueTextMode.ValueAndName) : stat;
    }
    case 'table':
      return common(new TableBuilder()).filterable(true);
    case 'bars':
    case 'lines': {
      const series = common(new TimeseriesBuilder()).colorScheme(byName());
      if (spec.interval !== undefined) series.interval(spec.interval);
      return spec.kind === 'lines'
        ? series.drawStyle(GraphDrawStyle.Line)
        : series.drawStyle(GraphDrawStyle.Bars).fillOpacity(80).stacking(new StackingConfigBuilder().mode(StackingMode.Normal));
    }
    case 'bar-chart':
      return common(new BarChartBuilder())
        .colorScheme(byName()).fillOpacity(80).showValue(VisibilityMode.Auto)
        .orientation(spec.horizontal === true ? VizOrientation.Horizontal : VizOrientation.Vertical)
        .stacking(spec.stacked === true ? StackingMode.Normal : StackingMode.None);
    case 'pie':
      return common(new PieBuilder()).colorScheme(byName()).reduceOptions(eachRow())
        .legend(new PieChartLegendOptionsBuilder().showLegend(true).displayMode(LegendDisplayMode.Table).placement(LegendPlacement.Right).values([PieChartLegendValues.Value, PieChartLegendValues.Percent]));
    case 'bar-gauge':
      return common(new BarGaugeBuilder()).reduceOptions(eachRow()).orientation(VizOrientation.Horizontal).displayMode(BarGaugeDisplayMode.Basic).showUnfilled(false);
    case 'heatmap':
      return common(new HeatmapBuilder()).calculate(false).hideLegend();
    case 'timeline':
      return common(new TimelineBuilder()).showValue(VisibilityMode.Never).mergeValues(true).spanNulls(true).rowHeight(0.9);
    case 'grid':
      return common(new GridBuilder()).showValue(VisibilityMode.Never).rowHeight(0.9).colWidth(0.95);
    case 'map':
      return common(new GeomapBuilder()).basemap(emptyBasemap).layers([markers({ title: say(spec.title), label: say(spec.label), size: say(spec.size) })]);
  }
};

const byName = (): FieldColorBuilder => new FieldColorBuilder().mode(FieldColorModeId.PaletteClassicByName);

/** What all panels that ask have in common. */
const asked = <Builder extends AskingBuilder>(builder: Builder, spec: AskingSpec, say: Say): Builder => {
  builder.id(spec.id).title(say(spec.title)).description(say(spec.description)).unit(spec.unit).gridPos(spec.at).datasource(dataSource).noValue(say(noData));
  builder.mappings(mappings(spec.values ?? [], say));
  builder.withTarget(target(spec.sql, overTime.includes(spec.kind) ? 'time-series' : 'table'));
  if (spec.decimals !== undefined) builder.decimals(spec.decimals);
  if (spec.thresholds !== undefined) builder.thresholds(thresholds(spec.thresholds));
  for (const column of spec.columns ?? []) builder.overrideByName(say(column.name), propertiesOf(column, say));
  return builder;
};
