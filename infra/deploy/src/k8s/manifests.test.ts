import { settingNames } from '@da06/host';
import { topicSettings } from '@da06/kafka';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { composeFile } from '../compose/compose-file.ts';
import { manifestsDir } from '../paths.ts';
import { topicsManifest } from './topics.ts';
import { userFiles, usersManifest } from './users.ts';

type Named = { readonly name: string; readonly value?: string; readonly valueFrom?: object };
type Container = { readonly name: string; readonly image: string; readonly args?: readonly string[]; readonly env?: readonly Named[]; readonly securityContext?: object };
type Pod = { readonly containers: readonly Container[]; readonly volumes: readonly { readonly secret?: { readonly secretName: string } }[] };
type Manifest = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: { readonly replicas?: number; readonly kafka?: { readonly version: string }; readonly template?: { readonly spec?: Pod }; readonly templates?: { readonly podTemplates: readonly { readonly spec: { readonly containers: readonly Container[] } }[] } };
};

const files = readdirSync(manifestsDir).sort();
const textOf = (file: string): string => readFileSync(join(manifestsDir, file), 'utf8');
const manifests = files.flatMap((file) => parseAllDocuments(textOf(file)).map((document) => ({ file, faults: document.errors, manifest: document.toJS() as Manifest })));
const all = (kind: string): Manifest[] => manifests.map(({ manifest }) => manifest).filter((manifest) => manifest.kind === kind);
const containersOf = ({ spec }: Manifest): readonly Container[] => [...(spec?.template?.spec?.containers ?? []), ...(spec?.templates?.podTemplates ?? []).flatMap((pod) => pod.spec.containers)];

describe('the manifests for Kubernetes', () => {
  it('are YAML, each document with a kind, a version and a name of its own', () => {
    expect(manifests.length).toBeGreaterThan(20);
    expect(manifests.filter(({ faults }) => faults.length > 0).map(({ file, faults }) => `${file}: ${faults.join()}`)).toEqual([]);
    const names = manifests.map(({ manifest }) => `${manifest.apiVersion} ${manifest.kind} ${manifest.metadata.name}`);
    expect(names.filter((name) => name.includes('undefined'))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('have the topics as they are now', () => {
    expect(textOf('kafka-topics.yaml')).toBe(topicsManifest(topicSettings));
    expect(all('KafkaTopic').map(({ metadata }) => metadata.name)).toEqual(topicSettings.map(({ name }) => name));
  });

  it('give ClickHouse the users that Compose gives it', () => {
    expect(textOf('clickhouse-users.yaml')).toBe(usersManifest(userFiles()));
    expect(userFiles().size).toBeGreaterThan(1);
    const asked = new Set([...userFiles().values()].flatMap((text) => [...text.matchAll(/from_env="(\w+)"/g)].map(([, name = '']) => name)));
    const given = all('ClickHouseInstallation').flatMap(containersOf).flatMap(({ env = [] }) => env.map(({ name }) => name).filter((name) => name.endsWith('_SHA256')));
    expect(given.sort()).toEqual([...asked].sort());
  });

  it('run the versions that Compose runs', () => {
    const version = (service: string): string => (composeFile.services[service]?.image ?? '').split(':')[1] ?? '';
    expect(all('Kafka')[0]?.spec?.kafka?.version).toBe(version('kafka'));
    const images = manifests.flatMap(({ manifest }) => containersOf(manifest)).map(({ image }) => image);
    expect(new Set(images)).toEqual(new Set([`clickhouse/clickhouse-keeper:${version('clickhouse')}`, `clickhouse/clickhouse-server:${version('clickhouse')}`, composeFile.services['registration']?.image]));
  });

  it('set nothing on our services that they do not read, and no password as text', () => {
    const ours = [...all('StatefulSet'), ...all('Deployment')].flatMap(containersOf);
    expect(ours.map(({ args }) => args?.join(' '))).toEqual(['da06 serve registration', 'da06 serve signals', 'da06 serve projector', 'da06 serve programme', 'da06 serve console']);
    const env = ours.flatMap((container) => container.env ?? []);
    const set = [...all('ConfigMap').flatMap(({ data }) => Object.keys(data ?? {})), ...env.map(({ name }) => name)];
    expect(set.length).toBeGreaterThan(10);
    // What another value is made of is no setting.
    const parts = new Set(env.flatMap(({ value = '' }) => [...value.matchAll(/\$\((\w+)\)/g)].map(([, name = '']) => name)));
    expect([...parts]).toEqual(['POD_IP']);
    expect(set.filter((name) => !settingNames.includes(name) && !parts.has(name))).toEqual([]);
    const literal = manifests.flatMap(({ manifest }) => containersOf(manifest)).flatMap(({ env = [] }) => env).filter(({ name, value }) => /PASSWORD|SECRET|KEY/.test(name) && value !== undefined);
    expect(literal).toEqual([]);
  });

  it('let one programme decide and another stand by, each found at its own address, with the administrator’s key and a right to read tables alone', () => {
    const spec = all('Deployment').find(({ metadata }) => metadata.name === 'programme')?.spec;
    expect(spec?.replicas).toBe(2);
    const [container] = spec?.template?.spec?.containers ?? [];
    // Kubernetes puts a variable into a value only when it stands before it.
    const [, pod, url] = container?.env ?? [];
    expect([pod?.name, pod?.valueFrom, url]).toEqual(['POD_IP', { fieldRef: { fieldPath: 'status.podIP' } }, { name: 'DA06_PROGRAMME_URL', value: 'http://$(POD_IP):8082' }]);
    expect(container?.env).toContainEqual({ name: 'CLICKHOUSE_USER', value: 'da06_programme' });
    expect(spec?.template?.spec?.volumes.flatMap(({ secret }) => secret?.secretName ?? [])).toEqual(['da06-admin', 'da06-cluster-ca-cert', 'da06-programme']);
  });

  it('give every service that logs in to Kafka a user of its own, and what is asked in the cluster a service', () => {
    const users = all('KafkaUser').map(({ metadata }) => metadata.name);
    const asked = [...all('StatefulSet'), ...all('Deployment')].flatMap(containersOf).flatMap(({ env = [] }) => env.filter(({ name }) => name === 'KAFKA_USERNAME').map(({ value }) => value));
    expect(asked).toEqual(['da06-registration', 'da06-signals', 'da06-projector', 'da06-programme', 'da06-console']);
    expect(users).toEqual(expect.arrayContaining(asked));
    expect(all('Service').map(({ metadata }) => metadata.name)).toEqual(['registration', 'programme', 'signals', 'console']);
  });

  it('have one of signals, with every key and a folder of its own', () => {
    const { spec } = all('StatefulSet').find(({ metadata }) => metadata.name === 'signals') ?? expect.fail('no signals');
    expect([spec?.replicas, spec?.template?.spec?.volumes.flatMap(({ secret }) => secret?.secretName ?? [])]).toEqual([1, ['da06-keys', 'da06-admin', 'da06-cluster-ca-cert', 'da06-signals']]);
    expect(spec?.template?.spec?.containers[0]?.env).toContainEqual({ name: 'CLICKHOUSE_USER', value: 'da06_programme' });
  });

  it('have several consoles, with the administrator’s key alone and a right to read what boards ask', () => {
    const spec = all('Deployment').find(({ metadata }) => metadata.name === 'console')?.spec;
    expect([spec?.replicas, spec?.template?.spec?.volumes.flatMap(({ secret }) => secret?.secretName ?? [])]).toEqual([2, ['da06-admin', 'da06-cluster-ca-cert', 'da06-console']]);
    for (const name of ['CLICKHOUSE_USER', 'CLICKHOUSE_READER_USER']) expect(spec?.template?.spec?.containers[0]?.env).toContainEqual({ name, value: 'da06_console' });
  });

  it('have one writer of stays, and services that can write to no part of their image', () => {
    expect(all('StatefulSet').map(({ metadata, spec }) => [metadata.name, spec?.replicas])).toEqual([['registration', 1], ['signals', 1]]);
    for (const { securityContext } of [...all('StatefulSet'), ...all('Deployment')].flatMap(containersOf)) {
      expect(securityContext).toEqual({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
    }
  });
});
