import { QueryVariableBuilder, VariableRefresh } from '@grafana/grafana-foundation-sdk/dashboard';
import { dataSource } from '../clickhouse/target.ts';
import type { Say, Text } from '../text.ts';
import type { VariableSpec } from './spec.ts';

const all: Text = { vi: 'Tất cả', en: 'All' };

/** A variable of a board in one language. Values are chosen, never typed. */
export const variable = (spec: VariableSpec, say: Say): QueryVariableBuilder => {
  const sql = spec.sql(say).trim();
  const builder = new QueryVariableBuilder(spec.name).label(say(spec.label)).datasource(dataSource).query(sql).definition(sql).refresh(VariableRefresh.OnTimeRangeChanged).allowCustomValue(false);
  return spec.choose === 'several'
    ? builder.multi(true).includeAll(true).current({ text: say(all), value: '$__all' })
    : builder.multi(false).includeAll(false).current({ text: say(spec.first.text), value: spec.first.value });
};
