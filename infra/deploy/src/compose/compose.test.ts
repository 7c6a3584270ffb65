import { settingNames } from '@da06/host';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { userFiles } from '../k8s/users.ts';
import { makeSecrets } from '../make-secrets.ts';
import { root } from '../paths.ts';
import { nginxText } from '../proxy/nginx.ts';
import { composeFile, composeText } from './compose-file.ts';

const { services, networks, volumes } = composeFile;
const all = Object.entries(services);
const ours = all.filter(([, { image }]) => image?.startsWith('da06/services:'));
const names = (of: object | undefined): string[] => Object.keys(of ?? {}).sort();

/** The schema that `docker compose` itself uses. `id` formats of Docker's own are not ours to check. */
const validator = () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  for (const own of ['ports', 'expose', 'subnet_ip_address']) ajv.addFormat(own, true);
  return ajv.compile(JSON.parse(readFileSync(join(root, 'infra/deploy/vendor/compose-spec.json'), 'utf8')) as object);
};

describe('docker-compose.yml', () => {
  it('keeps to the Compose Specification', () => {
    const validate = validator();
    expect({ valid: validate(composeFile), faults: validate.errors }).toEqual({ valid: true, faults: null });
    expect(validate({ services: { kafka: { image: 'x', dependson: {} } } })).toBe(false);
  });

  it('pins every image that is fetched to one exact version', () => {
    const fetched = [...all.flatMap(([, { image, build }]) => (build === undefined ? [image ?? ''] : [])), ...[...readFileSync(join(root, 'infra/deploy/Dockerfile'), 'utf8').matchAll(/^FROM (\S+:\S+)/gm)].map(([, image = '']) => image)];
    expect(fetched.sort()).toEqual(['apache/kafka:4.1.1', 'clickhouse/clickhouse-server:26.8.18.2', 'grafana/grafana:12.4.5', 'nginx:1.28.0', 'node:20.20.2-bookworm-slim']);
    expect(all.filter(([, { image }]) => !/:\d+\.\d+\.\d+/.test(image ?? ''))).toEqual([]);
  });

  it('runs one programme, which others of its kind would find by its name, as a user who can write no table', () => {
    const { environment, ports } = services['programme'] ?? expect.fail('no programme');
    expect(environment).toMatchObject({ DA06_PROGRAMME_URL: `http://programme:${String(environment?.['PORT'])}`, CLICKHOUSE_USER: 'da06_programme' });
    expect(ports?.[0]).toMatch(new RegExp(`:${String(environment?.['PORT'])}$`));
    expect(names(environment).filter((name) => /WRITER|MASTER/.test(String(environment?.[name])))).toEqual([]);
  });

  it('runs one of signals, with the keys of the installation and a way out to subscribers, as a user who can write no table', () => {
    const { environment, ports, volumes: own, networks: nets } = services['signals'] ?? expect.fail('no signals');
    expect([environment?.['PORT'], environment?.['CLICKHOUSE_USER'], ports?.[0]?.split(':').at(-1), own]).toEqual(['8083', 'da06_programme', '8083', ['da06-data:/data']]);
    expect(nets).toContain('public');
  });

  it('runs a console, which others may join, as a user who reads what boards ask, also where people’s statements go', () => {
    const { environment, ports, volumes: own, networks: nets } = services['console'] ?? expect.fail('no console');
    expect([environment?.['PORT'], environment?.['CLICKHOUSE_USER'], environment?.['CLICKHOUSE_READER_USER'], ports?.[0]?.split(':').at(-1), own]).toEqual(['8084', 'da06_console', 'da06_console', '8084', ['admin-key:/data:ro']]);
    expect(nets).toEqual(['log', 'tables', 'public']);
  });

  it('sets nothing on our services that they do not read', () => {
    const known = new Set(settingNames);
    expect(known.size).toBeGreaterThan(20);
    expect(ours.length).toBe(7);
    const unknown = ours.flatMap(([name, { environment }]) => names(environment).filter((key) => !known.has(key)).map((key) => `${name}: ${key}`));
    expect(unknown).toEqual([]);
  });

  it('has no default for any password: without the file of `npm run secrets` nothing starts', () => {
    const asked = new Set([...composeText.matchAll(/\$\{([A-Z0-9_]+):\?run npm run secrets\}/g)].map(([, name = '']) => name));
    // The passwords of the agencies are for their own clients: the server has their digests alone.
    const made = makeSecrets((length) => new Uint8Array(length).fill(1)).map(({ name }) => name).filter((name) => !/^CLICKHOUSE_AGENCY_\w+_PASSWORD$/.test(name));
    expect([...asked].sort()).toEqual(made.sort());
    const secret = all.flatMap(([name, { environment }]) => Object.entries(environment ?? {}).filter(([key]) => /PASSWORD|SECRET|_KEY$|CLUSTER_ID|TOKEN/.test(key)).map(([key, value]) => ({ where: `${name}: ${key}`, value })));
    expect(secret.length).toBeGreaterThan(8);
    expect(secret.filter(({ value }) => !/^\$\{[A-Z0-9_]+:\?run npm run secrets\}$/.test(String(value)))).toEqual([]);
    const defaults = [...composeText.matchAll(/\$\{(\w+):-([^}]*)\}/g)].map(([, name, value]) => `${name}=${value}`);
    expect(new Set(defaults)).toEqual(new Set(['DA06_PUBLISH_ON=127.0.0.1', 'DA06_ALERT_IOC_EMAIL=ioc@localhost', 'DA06_ALERT_POLICE_EMAIL=police@localhost']));
  });

  it('opens five ports, on this machine alone unless told otherwise; log and tables have none', () => {
    const open = all.filter(([, { profiles }]) => profiles === undefined).flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${port}`));
    expect(open.sort()).toEqual(['console ${DA06_PUBLISH_ON:-127.0.0.1}:8084:8084', 'grafana ${DA06_PUBLISH_ON:-127.0.0.1}:3000:3000', 'programme ${DA06_PUBLISH_ON:-127.0.0.1}:8082:8082', 'registration ${DA06_PUBLISH_ON:-127.0.0.1}:8080:8080', 'signals ${DA06_PUBLISH_ON:-127.0.0.1}:8083:8083']);
    const closed = names(networks).filter((name) => networks[name]?.internal === true);
    expect(closed).toEqual(['log', 'tables']);
    for (const name of ['kafka', 'clickhouse', 'setup', 'projector']) expect(closed).toEqual(expect.arrayContaining([...(services[name]?.networks ?? ['public'])]));
    expect(services['grafana']?.networks).not.toContain('log');
    expect(services['registration']?.networks).not.toContain('tables');
  });

  it('puts nginx with the example’s own file before registration, the programme, signals and the console when it is asked to, and nothing else there', () => {
    const tls = services['tls'];
    expect([tls?.profiles, tls?.networks, tls?.ports, tls?.user]).toEqual([['tls'], ['public'], ['80:80', '443:443'], '101:101']);
    // The file that sed reads is the one that is mounted; what it makes of it names each service once.
    const edits = /sed (.*) \/etc\/da06\/nginx\.conf >/.exec(tls?.command?.join(' ') ?? '')?.[1] ?? '';
    const { stdout } = spawnSync('sh', ['-c', `sed ${edits}`], { input: nginxText, encoding: 'utf8' });
    const upstreams = [...stdout.matchAll(/upstream (\w+) \{\s+server (\S+);/g)].map(([, name, server]) => [name, server]);
    expect(upstreams).toEqual([['da06', 'registration:8080'], ['programme', 'programme:8082'], ['signals', 'signals:8083'], ['console', 'console:8084']]);
    expect(stdout).not.toContain('127.0.0.1:8080');
    expect(tls?.volumes).toEqual(['./infra/deploy/proxy/nginx.conf:/etc/da06/nginx.conf:ro', 'certificates:/etc/nginx/certificates:ro']);
    for (const name of ['fullchain.pem', 'privkey.pem']) expect(nginxText).toContain(`/etc/nginx/certificates/${name};`);
    for (const name of ['registration', 'programme', 'signals', 'console']) {
      expect(services[name]?.networks).toContain('public');
      expect(services[name]?.environment).toMatchObject({ DA06_TRUSTED_PROXY: '172.16.0.0/12' });
    }
  });

  it('starts the log and the tables, then their set-up, then the services, then the screens', () => {
    const waits = Object.fromEntries(all.filter(([, { depends_on }]) => depends_on !== undefined).map(([name, { depends_on }]) => [name, Object.fromEntries(Object.entries(depends_on ?? {}).map(([on, { condition }]) => [on, condition]))]));
    const [healthy, completed] = ['service_healthy', 'service_completed_successfully'];
    expect(waits).toEqual({
      setup: { kafka: healthy, clickhouse: healthy },
      registration: { kafka: healthy, setup: completed },
      programme: { kafka: healthy, clickhouse: healthy, setup: completed },
      signals: { kafka: healthy, clickhouse: healthy, setup: completed },
      console: { kafka: healthy, clickhouse: healthy, setup: completed },
      projector: { kafka: healthy, clickhouse: healthy, setup: completed },
      grafana: { 'grafana-organisations': completed, clickhouse: healthy, setup: completed, projector: healthy },
      tls: { registration: healthy, programme: healthy, signals: healthy, console: healthy },
    });
  });

  it('asks everything that goes on running whether it is ready, and starts it again when it ended', () => {
    const tests = Object.fromEntries(all.map(([name, { healthcheck }]) => [name, healthcheck?.test.join(' ') ?? '']));
    expect(tests).toEqual({
      kafka: expect.stringContaining('kafka-broker-api-versions.sh') as string,
      clickhouse: expect.stringContaining('/ping') as string,
      setup: '',
      'grafana-organisations': '',
      registration: expect.stringContaining('/readyz') as string,
      programme: expect.stringContaining('/readyz') as string,
      signals: expect.stringContaining('/readyz') as string,
      console: expect.stringContaining('/readyz') as string,
      projector: expect.stringContaining('/readyz') as string,
      grafana: expect.stringContaining('/api/health') as string,
      tls: expect.stringContaining('/.well-known/jwks.json') as string,
      small: expect.stringContaining('/readyz') as string,
    });
    expect(all.filter(([, { restart }]) => restart !== 'unless-stopped').map(([name, { restart }]) => [name, restart])).toEqual([['setup', 'no'], ['grafana-organisations', 'no']]);
  });

  it('keeps data in named volumes, mounts files that exist, lets a projector read the keys alone and gives the programme and the console no key but the administrator’s', () => {
    const mounts = all.flatMap(([, { volumes: own = [] }]) => own.map((mount) => mount.split(':')));
    const [files, named] = [mounts.filter(([from = '']) => from.startsWith('./')), mounts.filter(([from = '']) => !from.startsWith('./'))];
    expect(files.filter(([from = '', , mode]) => mode !== 'ro' || !existsSync(join(root, from)))).toEqual([]);
    expect([...new Set(named.map(([from]) => from))].sort()).toEqual(names(volumes));
    expect(services['projector']?.volumes).toEqual(['da06-data:/data:ro']);
    for (const name of ['programme', 'console']) expect(services[name]?.volumes).toEqual(['admin-key:/data:ro']);
    expect(services['setup']?.volumes).toEqual(['da06-data:/data', 'admin-key:/admin-key']);
    expect(services['setup']?.command?.at(-1)).toMatch(/ && install -m 0400 \/data\/admin\.key \/admin-key\/admin\.key$/);
    expect(readFileSync(join(root, 'infra/deploy/Dockerfile'), 'utf8')).toMatch(/^RUN install -d -o node -g node -m 0700 .*\/admin-key$/m);
  });

  it('gives ClickHouse every user that the repository has', () => {
    const mounted = (services['clickhouse']?.volumes ?? []).map((mount) => mount.split(':')[0] ?? '').filter((file) => file.endsWith('.xml')).sort();
    expect(mounted).toEqual([...userFiles().keys()].map((file) => `./infra/clickhouse/users/${file}`).sort());
    const asked = new Set([...userFiles().values()].flatMap((text) => [...text.matchAll(/from_env="(\w+)"/g)].map(([, name = '']) => name)));
    expect(names(services['clickhouse']?.environment).filter((name) => name.endsWith('_SHA256'))).toEqual([...asked].sort());
  });
});
