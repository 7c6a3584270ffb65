import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { composeFile } from './compose/compose-file.ts';
import { root } from './paths.ts';

const folder = join(root, 'infra/grafana/provisioning');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
const grafana = composeFile.services['grafana'];

describe('Grafana’s provisioning', () => {
  it('is YAML of the version that Grafana reads', () => {
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect(parse(readFileSync(join(folder, file), 'utf8')), file).toMatchObject({ apiVersion: 1 });
  });

  it('asks for no setting that Compose does not give, and holds no password', () => {
    const asked = new Set(files.flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/: \$(\w+)/g)].map(([, name = '']) => name)));
    expect(asked.size).toBe(4);
    expect([...asked].filter((name) => grafana?.environment?.[name] === undefined)).toEqual([]);
    const [source] = (parse(readFileSync(join(folder, 'datasources/da06.yaml'), 'utf8')) as { datasources: { secureJsonData: object }[] }).datasources;
    expect(source?.secureJsonData).toEqual({ password: '$DA06_CLICKHOUSE_PASSWORD' });
  });

  it('looks for boards where they are mounted', () => {
    const { providers } = parse(readFileSync(join(folder, 'dashboards/da06.yaml'), 'utf8')) as { providers: { options: { path: string } }[] };
    const boards = (grafana?.volumes ?? []).filter((mount) => mount.includes('.json:')).map((mount) => mount.split(':')[1] ?? '');
    expect(boards.filter((board) => !board.startsWith(`${providers[0]?.options.path}/`))).toEqual([]);
    expect(boards.length).toBeGreaterThan(1);
  });
});
