import { consoleDescribed, isConsolePath } from '@da06/console';
import { isProgrammePath, programmeDescribed } from '@da06/programme';
import { isSignalsPath, signalsDescribed } from '@da06/signals';
import { freePort, spawned, tempFolder } from '@da06/testkit';
import type { Spawned } from '@da06/testkit';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { join } from 'node:path';
import { connect } from 'node:tls';
import type { SecureVersion } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../paths.ts';
import { nginxText, replaced } from './nginx.ts';

const version = spawnSync('nginx', ['-v'], { encoding: 'utf8' });
const found = version.status === 0 && spawnSync('openssl', ['version']).status === 0;
if (!found) {
  const reason = 'The proxy with TLS is not tried: there is no nginx, or no openssl, on the PATH (Debian: apt-get install nginx-light openssl).';
  if (process.env['DA06_REQUIRE_NGINX'] === '1') throw new Error(`DA06_REQUIRE_NGINX=1. ${reason}`);
  process.stderr.write(`${reason}\n`);
}

type Asked = { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: Uint8Array };
type Answer = { readonly status: number; readonly headers: Readonly<Record<string, string | string[] | undefined>>; readonly text: string };

const folder = tempFolder(afterAll);
const running: Spawned[] = [];
let ports = { http: 0, https: 0 };
/** The administrator's keys of registration, of the programme, of signals and of the console: here four installations, so that an answer tells which of them gave it. */
let keys = { registration: '', programme: '', signals: '', console: '' };
let certificate = '';

const ask = (path: string, { method = 'GET', headers = {}, body }: Asked = {}, tls = true): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: tls ? ports.https : ports.http, path, method, headers: { host: 'da06.test', ...headers }, agent: false as const, ...(tls && { ca: certificate, servername: 'da06.test' }) };
    const request = (tls ? httpsRequest : httpRequest)(options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString('utf8') });
        request.destroy();
      });
    });
    request.on('error', reject);
    // A declared body that is never sent: what is asked is the answer to its length.
    if (headers['content-length'] !== undefined && body === undefined) request.flushHeaders();
    else request.end(body);
  });
const code = ({ text }: Answer): string => String((JSON.parse(text) as { code?: string }).code);

/** The version that is agreed on, or the alert that refuses. The client itself would take all of them. */
const handshake = (only: SecureVersion): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: ports.https, ca: certificate, servername: 'da06.test', minVersion: only, maxVersion: only, ciphers: 'DEFAULT@SECLEVEL=0' }, () => {
      resolve(socket.getProtocol() ?? '');
      socket.destroy();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });

const startHost = async (name: keyof typeof keys): Promise<string> => {
  const data = join(folder, name);
  const host = spawned('node', ['infra/setup/run.mjs', 'services/da06/src/main.ts', 'start'], { cwd: root, env: { ...process.env, DA06_DATA: data, DA06_HOST: '127.0.0.1', PORT: '0', DA06_CLICKHOUSE_PORT: '0', DA06_DEMO: '0' } });
  running.push(host);
  await host.sees(/DA06 is serving/, 60_000);
  keys = { ...keys, [name]: readFileSync(join(data, 'admin.key'), 'utf8').trim() };
  return (JSON.parse(readFileSync(join(data, 'host.json'), 'utf8')) as { url: string }).url;
};

const makeCertificate = (): void => {
  const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', '/CN=da06.test', '-addext', 'subjectAltName=DNS:da06.test', '-keyout', 'privkey.pem', '-out', 'fullchain.pem'], { cwd: folder, encoding: 'utf8' });
  expect(made.status, made.stderr).toBe(0);
  certificate = readFileSync(join(folder, 'fullchain.pem'), 'utf8');
};

const startNginx = async (upstreams: Readonly<Record<keyof typeof keys, string>>): Promise<void> => {
  ports = { http: await freePort(), https: await freePort() };
  const bodies = join(folder, 'bodies');
  mkdirSync(bodies);
  // As root it drops to a user of its own, who has to reach its folder for temporary files.
  for (const path of [folder, bodies]) chmodSync(path, 0o777);
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, replaced(nginxText, {
    'listen 80 default_server': `listen 127.0.0.1:${ports.http} default_server`, 'listen 443 ssl default_server': `listen 127.0.0.1:${ports.https} ssl default_server`,
    'upstream da06 {\n    server 127.0.0.1:8080;': `upstream da06 {\n    server ${new URL(upstreams.registration).host};`, 'upstream programme {\n    server 127.0.0.1:8080;': `upstream programme {\n    server ${new URL(upstreams.programme).host};`,
    'upstream signals {\n    server 127.0.0.1:8080;': `upstream signals {\n    server ${new URL(upstreams.signals).host};`, 'upstream console {\n    server 127.0.0.1:8080;': `upstream console {\n    server ${new URL(upstreams.console).host};`,
    '/etc/nginx/certificates': folder, '/var/www/acme': join(folder, 'acme'), 'access_log /dev/stdout plain;': `access_log ${join(folder, 'access.log')} plain;\n  client_body_temp_path ${bodies};\n  proxy_temp_path ${bodies};\n  fastcgi_temp_path ${bodies};\n  uwsgi_temp_path ${bodies};\n  scgi_temp_path ${bodies};`,
    'worker_processes auto;': 'worker_processes 1;',
  }));
  const nginx = spawned('nginx', ['-e', 'stderr', '-c', file, '-p', folder, '-g', `daemon off; pid ${join(folder, 'nginx.pid')};`]);
  running.push(nginx);
  for (let tries = 0; tries < 200; tries += 1) {
    if (await ask('/', {}, false).then(() => true, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`nginx does not answer: ${nginx.errors()}`);
};

describe.skipIf(!found)(`nginx with the example’s configuration (${found ? version.stderr.trim() : 'not there'})`, () => {
  beforeAll(async () => {
    makeCertificate();
    await startNginx({ registration: await startHost('registration'), programme: await startHost('programme'), signals: await startHost('signals'), console: await startHost('console') });
    await ask('/v1/facilities', { method: 'POST', headers: { authorization: `Bearer ${keys.registration}`, 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify({ id: 'ks-thu-01', kind: 'hotel', name: 'Khách sạn Thử', unit: 'W25357@2025', validFrom: '2026-01-01' })) });
  }, 90_000);
  afterAll(async () => {
    for (const process of running.reverse()) await process.kill('SIGTERM');
  });

  it('sends what comes in clear to https, the method kept', async () => {
    const answer = await ask('/v1/facilities?kind=hotel', { method: 'POST' }, false);
    expect([answer.status, answer.headers['location']]).toEqual([308, 'https://da06.test/v1/facilities?kind=hotel']);
  });

  it('speaks TLS 1.2 and 1.3, and nothing older', async () => {
    expect([await handshake('TLSv1.2'), await handshake('TLSv1.3')]).toEqual(['TLSv1.2', 'TLSv1.3']);
    for (const old of ['TLSv1', 'TLSv1.1'] as const) expect(await handshake(old)).toMatch(/ALERT_PROTOCOL_VERSION/);
  });

  it('passes the key on, and the security headers back, each once', async () => {
    const [known, unknown] = [await ask('/v1/facilities', { headers: { authorization: `Bearer ${keys.registration}` } }), await ask('/v1/facilities')];
    expect([known.status, unknown.status, code(unknown)]).toEqual([200, 401, 'request.unauthorized']);
    for (const { headers } of [known, unknown]) {
      expect(headers).toMatchObject({ 'strict-transport-security': 'max-age=31536000', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'cache-control': 'no-store', server: 'nginx' });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
    }
  });

  it.each(programmeDescribed.operations.map(({ method, path }) => [method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'period' ? '2026-10' : name === 'id' ? 'so-ket-2026' : name === 'reporter' ? 'CAH' : '9'))]))('sends %s %s to the programme', async (method = '', path = '') => {
    const asked = { method, headers: { 'content-type': 'application/json' } };
    const [own, other] = [await ask(path, { ...asked, headers: { ...asked.headers, authorization: `Bearer ${keys.programme}` } }), await ask(path, { ...asked, headers: { ...asked.headers, authorization: `Bearer ${keys.registration}` } })];
    expect([own.status === 401, other.status]).toEqual([false, 401]);
  });

  it.each(signalsDescribed.operations.map(({ method, path }) => [method.toUpperCase(), path.replaceAll(/\{\w+\}/g, 'none')]))('sends %s %s to signals', async (method = '', path = '') => {
    const asked = (key: string) => ask(path, { method, headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` } });
    const [own, other] = [await asked(keys.signals), await asked(keys.registration)];
    expect([own.status === 401, other.status]).toEqual([false, 401]);
  });

  it.each(consoleDescribed.operations.filter(({ open }) => open !== true).map(({ method, path }) => [method.toUpperCase(), path.replace('{uid}', 'tong-quan')]))('sends %s %s to the console, where nobody is at the machine itself', async (method = '', path = '') => {
    // A stream of lines has an answer once its headers are there.
    const asked = (headers: Readonly<Record<string, string>>) => ask(path === '/console/live' ? '/console/boards' : path, { method, headers: { 'content-type': 'application/json', ...headers } });
    const [own, other, none] = [await asked({ authorization: `Bearer ${keys.console}` }), await asked({ authorization: `Bearer ${keys.registration}` }), await asked({ host: 'localhost' })];
    expect([own.status === 401, other.status, none.status]).toEqual([false, 401, 401]);
  });

  it('passes what a command and its answer say of the version, and a key by which it may be sent again', async () => {
    const asked = { headers: { authorization: `Bearer ${keys.programme}`, 'content-type': 'application/json' } };
    const loaded = await ask('/v1/plan', { ...asked, method: 'POST' });
    expect([loaded.status, JSON.parse(loaded.text)]).toMatchObject([200, { models: 43 }]);
    const read = await ask('/v1/models/9', asked);
    expect([read.status, read.headers['etag']]).toEqual([200, '"1"']);
    const body = Buffer.from(JSON.stringify({ at: '2026-01-15' }));
    const command = (headers: Readonly<Record<string, string>>): Promise<Answer> => ask('/v1/models/9/steps/1/complete', { method: 'POST', headers: { ...asked.headers, ...headers }, body });
    const [first, again, late, without] = [await command({ 'if-match': '"1"', 'idempotency-key': 'k-1' }), await command({ 'if-match': '"1"', 'idempotency-key': 'k-1' }), await command({ 'if-match': '"1"', 'idempotency-key': 'k-2' }), await command({})];
    expect([first, again, late, without].map(({ status, headers }) => [status, headers['etag']])).toEqual([[200, '"2"'], [200, '"2"'], [412, '"2"'], [428, undefined]]);
    expect(again.text).toBe(first.text);
  });

  it('packs nothing, whatever a sender takes', async () => {
    expect((await ask('/openapi.json', { headers: { 'accept-encoding': 'gzip' } })).headers['content-encoding']).toBeUndefined();
  });

  it('lets a body of 60 MB through, and writes none of it to the disk', async () => {
    const body = Buffer.alloc(60_000_000, ' ');
    body.write('[]');
    const answer = await ask('/v1/facilities/ks-thu-01/stays', { method: 'POST', headers: { authorization: `Bearer ${keys.registration}`, 'content-type': 'application/json', 'content-length': String(body.byteLength) }, body });
    expect([answer.status, code(answer)]).toEqual([422, 'batch.empty']);
    expect(readdirSync(join(folder, 'bodies'))).toEqual([]);
  });

  it('refuses one of 65 MiB by the code that registration has for it', async () => {
    const answer = await ask('/v1/facilities/ks-thu-01/stays', { method: 'POST', headers: { authorization: `Bearer ${keys.registration}`, 'content-type': 'application/json', 'content-length': String(65 * 1024 * 1024) } });
    expect([answer.status, answer.headers['content-type'], code(answer), answer.headers['strict-transport-security']]).toEqual([413, 'application/problem+json', 'request.too-large', 'max-age=31536000']);
  });

  it.each(['/metrics', '/readyz', '/healthz', '/v1/admin/backup', '/v1/admin', '/v1/%61dmin/dead-letters', '/v1/x/../admin/dead-letters', '//v1//admin/dead-letters', '/v1/../metrics', '/ping', '/d', '/consolex', '/console/../metrics', '/.env'])('does not publish %s', async (path) => {
    const answer = await ask(path, { headers: { authorization: `Bearer ${keys.registration}` } });
    expect([path, answer.status, code(answer)]).toEqual([path, 404, 'request.not-found']);
  });

  it.each(['/docs', '/openapi.json', '/.well-known/jwks.json', '/v1/errors', '/', '/?query=SELECT+1', '/console/overview'])('publishes %s', async (path) => {
    expect((await ask(path)).status).toBe(200);
  });

  it('keeps no query and no key in its log', async () => {
    await ask('/v1/facilities?kind=planted-in-the-query', { headers: { authorization: 'Bearer planted-as-a-key' } });
    const log = readFileSync(join(folder, 'access.log'), 'utf8');
    expect(log).toContain('GET /v1/facilities 401');
    expect(log).not.toContain('planted');
  });

  it('answers for a registration that is away by a problem that says when to come back', async () => {
    await running[0]?.kill('SIGTERM');
    const answer = await ask('/v1/errors');
    expect([answer.status, answer.headers['retry-after'], code(answer)]).toEqual([503, '5', 'service.not-ready']);
    expect((await ask('/v1/models', { headers: { authorization: `Bearer ${keys.programme}` } })).status).toBe(200);
  });
});

it('tells the programme’s addresses from others as a host does that serves both', () => {
  const [, pattern = ''] = /location ~ (\S+) \{ proxy_pass http:\/\/programme; \}/.exec(nginxText) ?? [];
  const described = programmeDescribed.operations.map(({ path }) => path);
  const others = ['/v1/facilities', '/v1/kbtt/stays', '/v1/admin/backup', '/v1/modelsx', '/v1/report', '/v1/report-templateXxlsx', '/v1/plans', '/v1', '/v2/models', '/desk/v1/models'];
  expect(new Set([...described, ...others].filter((path) => new RegExp(pattern).test(path)))).toEqual(new Set([...described, ...others].filter(isProgrammePath)));
  expect(described.every(isProgrammePath)).toBe(true);
});

it('tells the addresses of signals from others as a host does that serves both', () => {
  const [, pattern = ''] = /location ~ (\S+) \{ proxy_pass http:\/\/signals; \}/.exec(nginxText) ?? [];
  const described = signalsDescribed.operations.map(({ path }) => path);
  const others = ['/v1/alertsx', '/v1/watch', '/v1/facilities', '/v1/webhook', '/v2/alerts', '/v1'];
  expect([...described, ...others].filter((path) => new RegExp(pattern).test(path))).toEqual([...described, ...others].filter(isSignalsPath));
  expect(described.every(isSignalsPath)).toBe(true);
});

it('tells the addresses of the console from others as a host does that serves both', () => {
  const patterns = [...nginxText.matchAll(/location ~ (\S+) \{ proxy_pass http:\/\/console; \}/g)].map(([, pattern = '']) => new RegExp(pattern));
  const described = consoleDescribed.operations.map(({ path }) => path);
  const others = ['/healthz', '/programmes', '/consolex', '/d', '/desk', '/docs', '/v1/programme', '/metrics'];
  expect([...described, ...others].filter((path) => patterns.some((pattern) => pattern.test(path)))).toEqual([...described, ...others].filter(isConsolePath));
  expect([patterns.length, described.every(isConsolePath)]).toEqual([2, true]);
});

it('names what exists: the texts of problems are registration’s own', () => {
  expect(existsSync(join(root, 'packages/errors/src/codes-request.ts'))).toBe(true);
  const known = readFileSync(join(root, 'packages/errors/src/codes-request.ts'), 'utf8');
  const problems = [...nginxText.matchAll(/return (\d+) '(\{.*\})';/g)].map(([, status, json = '']) => ({ status: Number(status), body: JSON.parse(json) as Record<string, unknown> }));
  expect(problems).toHaveLength(3);
  for (const { status, body } of problems) {
    expect(body).toMatchObject({ status, type: `/v1/errors#${String(body['code'])}` });
    expect(known).toContain(`'${String(body['code'])}': entry('reject', '${String(body['vi'])}', '${String(body['title'])}'`);
  }
});
