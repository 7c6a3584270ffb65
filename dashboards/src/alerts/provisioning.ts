import { stringify } from 'yaml';
import { provisionedDataSource } from '../board.ts';
import { target } from '../clickhouse/target.ts';
import type { AlertRule } from './rule.ts';
import { alertRules } from './rules.ts';

/** Organisations of Grafana that have rules, and the environment's variable with whom they tell. */
const organisations = [
  { audience: 'ioc', org: 1, address: '$DA06_ALERT_IOC_EMAIL' },
  { audience: 'police', org: 3, address: '$DA06_ALERT_POLICE_EMAIL' },
] as const;

/** Folder of the rules, the boards' own. */
const folder = 'Đề án 06';
const receiver = 'da06';

const range = { from: 600, to: 0 };

/** Rows with one number need no reduction: each is an alert whose labels are its texts. */
const ruleYaml = (rule: AlertRule): object => ({
  uid: rule.id,
  title: `${rule.title.vi} (${rule.title.en})`,
  condition: 'B',
  data: [
    { refId: 'A', relativeTimeRange: range, datasourceUid: provisionedDataSource, model: { ...target(rule.sql, 'table').build(), datasource: { type: 'grafana-clickhouse-datasource', uid: provisionedDataSource }, intervalMs: 60_000, maxDataPoints: 1000 } },
    {
      refId: 'B', relativeTimeRange: range, datasourceUid: '__expr__',
      model: { refId: 'B', type: 'threshold', expression: 'A', datasource: { type: '__expr__', uid: '__expr__' }, conditions: [{ type: 'query', evaluator: { type: 'gt', params: [rule.above] } }] },
    },
  ],
  noDataState: rule.rows === 'one' ? 'Alerting' : 'OK',
  execErrState: 'Error',
  for: `${rule.minutes}m`,
  annotations: { summary: `${rule.summary.vi} ${rule.summary.en}`, runbook_url: `infra/README.md#${rule.id}` },
  labels: { severity: rule.severity, da06: rule.id },
});

const groupsOf = ({ audience, org }: (typeof organisations)[number]): readonly object[] => {
  const own = alertRules.filter((rule) => rule.audience === audience);
  return [...new Set(own.map(({ every }) => every))].map((every) => ({ orgId: org, name: `da06-${every}m`, folder, interval: `${every}m`, rules: own.filter((rule) => rule.every === every).map(ruleYaml) }));
};

const yaml = (content: object): string => `# Generated from dashboards/src/alerts: npm run generate -w @da06/dashboards.\n${stringify({ apiVersion: 1, ...content }, { lineWidth: 0, aliasDuplicateObjects: false })}`;

/** Grafana's files of alerting by their names. `$` names are read from its environment; nothing else in them has that sign. */
export const alertFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ['rules.yaml', yaml({ groups: organisations.flatMap(groupsOf) })],
    ['contact-points.yaml', yaml({
      contactPoints: organisations.map(({ audience, org, address }) => ({ orgId: org, name: receiver, receivers: [{ uid: `da06-${audience}-email`, type: 'email', settings: { addresses: address, singleEmail: true } }] })),
    })],
    ['policies.yaml', yaml({
      policies: organisations.map(({ org }) => ({ orgId: org, receiver, group_by: ['grafana_folder', 'alertname'], group_wait: '30s', group_interval: '5m', repeat_interval: '12h' })),
    })],
  ]);
