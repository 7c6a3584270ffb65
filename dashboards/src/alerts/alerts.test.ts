import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { alertFiles } from './provisioning.ts';
import { alertRules } from './rules.ts';

const folder = new URL('../../../infra/grafana/provisioning/alerting/', import.meta.url);
const files = alertFiles();

type Rules = { groups: { orgId: number; rules: { uid: string; data: { model: { rawSql?: string; conditions?: { evaluator: { params: number[] } }[] } }[]; annotations: Record<string, string>; labels: Record<string, string> }[] }[] };
const { groups } = parse(files.get('rules.yaml') ?? '') as Rules;
const rules = groups.flatMap((group) => group.rules);

describe('the files of alerting', () => {
  it('are as their source says (else: npm run generate -w @da06/dashboards), and all there are', () => {
    expect(readdirSync(folder).sort()).toEqual([...files.keys()].sort());
    for (const [name, text] of files) expect(readFileSync(new URL(name, folder), 'utf8'), name).toBe(text);
  });

  it('carry the texts and bounds that are tested, each with a summary, a severity and a place in the runbook', () => {
    expect(rules.map(({ uid }) => uid).sort()).toEqual(alertRules.map(({ id }) => id).sort());
    expect(new Set(alertRules.map(({ id }) => id)).size).toBe(8);
    const runbook = readFileSync(new URL('../../../infra/README.md', import.meta.url), 'utf8');
    for (const { uid, data, annotations, labels } of rules) {
      const rule = alertRules.find(({ id }) => id === uid);
      expect(data[0]?.model.rawSql, uid).toBe(rule?.sql.trim());
      expect(data[1]?.model.conditions?.[0]?.evaluator.params, uid).toEqual([rule?.above]);
      expect(['critical', 'warning']).toContain(labels['severity']);
      expect(annotations['summary']?.length, uid).toBeGreaterThan(40);
      expect(annotations['runbook_url']).toBe(`infra/README.md#${uid}`);
      expect(runbook, uid).toContain(`\n### ${uid}\n`);
    }
  });

  it('have no dollar sign that Grafana could take for a variable of its environment, but for whom to tell', () => {
    expect([...files.values()].flatMap((text) => [...text.matchAll(/\$\w*/g)].map(([found]) => found))).toEqual(['$DA06_ALERT_IOC_EMAIL', '$DA06_ALERT_POLICE_EMAIL']);
  });

  it('keep what is of security in an organisation of its own', () => {
    expect(groups.filter(({ orgId }) => orgId === 3).flatMap((group) => group.rules.map(({ uid }) => uid))).toEqual(['da06-watch-list-match', 'da06-incident-surge']);
  });
});
