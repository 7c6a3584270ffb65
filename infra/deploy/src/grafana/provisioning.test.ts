import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { audiences } from '../access/audiences.ts';
import { composeFile } from '../compose/compose-file.ts';
import { acceptanceFile, grafanaDir, root } from '../paths.ts';
import { copiesOf } from './boards.ts';
import { acceptedAudiences, boardProviders, dataSources, passwordOf } from './provisioning.ts';

const files = readdirSync(grafanaDir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
const textOf = (file: string): string => readFileSync(join(grafanaDir, file), 'utf8');
const environment = composeFile.services['grafana']?.environment ?? {};
const script = join(root, 'infra/grafana/organisations.sh');

describe('Grafana’s provisioning', () => {
  it('is YAML of the version that Grafana reads, and as its source says (else: npm run generate -w @da06/deploy)', () => {
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect(parse(textOf(file)), file).toMatchObject({ apiVersion: 1 });
    expect(textOf('datasources/da06.yaml')).toBe(dataSources());
    expect(textOf('dashboards/da06.yaml')).toBe(boardProviders());
    expect(readFileSync(acceptanceFile, 'utf8')).toBe(acceptedAudiences());
  });

  it('asks for no setting that Compose does not give, and holds no password', () => {
    // `$$` stands for a dollar sign.
    const asked = new Set(files.flatMap((file) => [...textOf(file).replaceAll('$$', '').matchAll(/\$\{?(\w+)\}?/g)].map(([, name = '']) => name)));
    expect(asked.size).toBeGreaterThanOrEqual(2 + audiences.length);
    expect([...asked].filter((name) => environment[name] === undefined)).toEqual([]);
  });

  it('gives each audience one data source, whose user is its own', () => {
    const { datasources } = parse(dataSources()) as { datasources: { orgId: number; uid: string; jsonData: { username: string }; secureJsonData: object }[] };
    expect(datasources.map(({ orgId, jsonData, secureJsonData }) => [orgId, jsonData.username, secureJsonData])).toEqual(audiences.map((audience) => [audience.org, audience.user, { password: `$${passwordOf(audience)}` }]));
    for (const audience of audiences) expect(environment[passwordOf(audience)]).toBe(`\${${audience.digest.replace('_SHA256', '')}:?run npm run secrets}`);
  });
});

describe('the boards of the image', () => {
  const copies = [...readFileSync(join(root, 'infra/deploy/Dockerfile'), 'utf8').matchAll(/^COPY (dashboards\/.*\/etc\/grafana.*)$/gm)].map(([, copy = '']) => copy);

  it('are those of each audience, where its provider looks for them', () => {
    expect(copies).toEqual(audiences.flatMap(copiesOf));
    const { providers } = parse(boardProviders()) as { providers: { orgId: number; options: { path: string } }[] };
    expect(providers.map(({ options }) => options.path)).toEqual(copies.map((copy) => copy.split(' ').at(-1)?.slice(0, -1)));
  });

  it('leave none out that the repository has', () => {
    const drawn = readdirSync(join(root, 'dashboards')).filter((file) => file.endsWith('.json') && (JSON.parse(readFileSync(join(root, 'dashboards', file), 'utf8')) as { panels?: unknown }).panels !== undefined);
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.map((file) => file.replace('.json', '')).filter((uid) => !audiences.some(({ boards }) => boards.includes(uid)))).toEqual([]);
  });
});

describe('the organisations', () => {
  it('are made by a script that a shell can read, in the order of their numbers', () => {
    expect(spawnSync('sh', ['-n', script]).status).toBe(0);
    const [, names = ''] = /for name in (.*); do/.exec(readFileSync(script, 'utf8')) ?? [];
    expect([...names.matchAll(/'([^']+)'/g)].map(([, name]) => name)).toEqual(audiences.slice(1).map(({ title }) => title));
    expect(audiences.map(({ org }) => org)).toEqual([1, 2, 3, 4, 5]);
  });

  it('let the wall in without a login, and whoever logs in without a group no further', () => {
    const wall = audiences.find(({ name }) => name === 'wall');
    expect(environment).toMatchObject({ GF_AUTH_ANONYMOUS_ENABLED: 'true', GF_AUTH_ANONYMOUS_ORG_NAME: wall?.title, GF_AUTH_ANONYMOUS_ORG_ROLE: 'Viewer', GF_USERS_AUTO_ASSIGN_ORG_ID: String(wall?.org) });
  });
});

it('nothing of Grafana calls the internet: what would is switched off, and a browser may load from Grafana alone', () => {
  for (const name of ['ANALYTICS_REPORTING_ENABLED', 'ANALYTICS_CHECK_FOR_UPDATES', 'ANALYTICS_CHECK_FOR_PLUGIN_UPDATES', 'NEWS_NEWS_FEED_ENABLED', 'SNAPSHOTS_EXTERNAL_ENABLED', 'PLUGINS_PLUGIN_ADMIN_ENABLED', 'GEOMAP_ENABLE_CUSTOM_BASELAYERS']) expect(environment[`GF_${name}`], name).toBe('false');
  for (const name of ['SECURITY_DISABLE_GRAVATAR', 'PLUGINS_PUBLIC_KEY_RETRIEVAL_DISABLED', 'PLUGINS_PREINSTALL_DISABLED', 'SECURITY_CONTENT_SECURITY_POLICY']) expect(environment[`GF_${name}`], name).toBe('true');
  const values = Object.entries(environment).filter(([name]) => name.startsWith('GF_')).map(([, value]) => String(value));
  expect(values.filter((value) => /https?:\/\//.test(value))).toEqual([]);
  expect(environment['GF_SECURITY_CONTENT_SECURITY_POLICY_TEMPLATE']).toContain("connect-src 'self'");
  expect(JSON.parse(String(environment['GF_GEOMAP_DEFAULT_BASELAYER_CONFIG']))).toMatchObject({ config: { url: expect.stringMatching(/^\/public\//) as string } });
});
