import { tempFolder } from '@da06/testkit';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeSecrets } from './make-secrets.ts';
import { root } from './paths.ts';

const run = (file: string) => spawnSync('node', ['infra/setup/run.mjs', 'infra/deploy/src/secrets.ts', '--file', file], { cwd: root, encoding: 'utf8' });
const valuesOf = (file: string): ReadonlyMap<string, string> =>
  new Map(readFileSync(file, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
const newFile = (): string => join(tempFolder(onTestFinished), '.env');

describe('the secrets command', () => {
  it('makes a file that only its owner can read, and shows the names of what it made but no value', () => {
    const file = newFile();
    const { status, stdout, stderr } = run(file);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const values = valuesOf(file);
    expect(values.size).toBe(29);
    for (const [name, value] of values) {
      expect(stdout).toContain(name);
      expect(stdout).not.toContain(value);
    }
  });

  it('leaves a file that is there as it is, and fails', () => {
    const file = newFile();
    writeFileSync(file, 'CLICKHOUSE_WRITER_PASSWORD=in-use\n');
    const { status, stdout, stderr } = run(file);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('stays as it is');
    expect(readFileSync(file, 'utf8')).toBe('CLICKHOUSE_WRITER_PASSWORD=in-use\n');
  });
});

describe('a set of secrets', () => {
  const byName = (random: (length: number) => Uint8Array) => new Map(makeSecrets(random).map(({ name, value }) => [name, value]));
  const counting = () => { let next = 0; return (length: number) => Uint8Array.from({ length }, () => (next += 7) % 251); };

  it('holds no value twice, and none that a shell or Compose would read as more than itself', () => {
    const values = [...byName(counting()).values()];
    expect(new Set(values).size).toBe(values.length);
    for (const value of values) expect(value).toMatch(/^[\w-]{22,64}$/);
  });

  it('gives ClickHouse the digest of the password that its client has', () => {
    const secrets = byName(counting());
    for (const user of ['WRITER', 'READER', 'PROGRAMME', 'CONSOLE', 'GRAFANA_WALL', 'AGENCY_VHTT']) {
      expect(secrets.get(`CLICKHOUSE_${user}_PASSWORD_SHA256`)).toBe(createHash('sha256').update(secrets.get(`CLICKHOUSE_${user}_PASSWORD`) ?? '').digest('hex'));
    }
  });

  it('never begins the id of a log with a dash, which Kafka’s tools would take for an option', () => {
    let draws = 0;
    const first = (length: number) => new Uint8Array(length).fill((draws += 1) === 1 ? 0xfb : 0x11);
    expect(byName(first).get('KAFKA_CLUSTER_ID')).toBe('EREREREREREREREREREREQ');
  });
});
