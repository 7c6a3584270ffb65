import type { cog } from './sdk.ts';

/** How the data source reads a result: a time column with series, or one table (a stat is a table of one row). */
export type Format = 'time-series' | 'table';

/** The data source every panel asks: chosen by the variable, never by a fixed id inside a panel. */
export const dataSource = { type: 'grafana-clickhouse-datasource', uid: '${datasource}' } as const;

/** Version of the ClickHouse data source whose query model this is. */
const pluginVersion = '4.20.0';

export type ClickHouseTarget = cog.Dataquery & { readonly refId: string; readonly rawSql: string; readonly format: 0 | 1; readonly editorType: 'sql'; readonly queryType: string };

/** A query as the official ClickHouse data source keeps it; the SDK has no builder of its own for it. */
export const target = (rawSql: string, format: Format, refId = 'A'): cog.Builder<ClickHouseTarget> => ({
  build: () =>
    ({
      refId,
      datasource: dataSource,
      editorType: 'sql',
      queryType: format === 'table' ? 'table' : 'timeseries',
      format: format === 'table' ? 1 : 0,
      rawSql: rawSql.trim(),
      pluginVersion,
    }) as unknown as ClickHouseTarget,
});
