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

type Named = { readonly name: string; readonly value?: string };
type Container = { readonly name: string; readonly image: string; readonly args?: readonly string[]; readonly env?: readonly Named[]; readonly securityContext?: object };
type Manifest = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: { readonly replicas?: number; readonly kafka?: { readonly version: string }; readonly template?: { readonly spec?: { readonly containers: readonly Container[] } }; readonly templates?: { readonly podTemplates: readonly { readonly spec: { readonly containers: readonly Container[] } }[] } };
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
    expect(ours.map(({ args }) => args?.join(' '))).toEqual(['da06 serve registration', 'da06 serve projector']);
    const set = [...all('ConfigMap').flatMap(({ data }) => Object.keys(data ?? {})), ...ours.flatMap(({ env = [] }) => env.map(({ name }) => name))];
    expect(set.length).toBeGreaterThan(10);
    expect(set.filter((name) => !new Set(settingNames).has(name))).toEqual([]);
    const literal = manifests.flatMap(({ manifest }) => containersOf(manifest)).flatMap(({ env = [] }) => env).filter(({ name, value }) => /PASSWORD|SECRET|KEY/.test(name) && value !== undefined);
    expect(literal).toEqual([]);
  });

  it('have one writer of stays, and services that can write to no part of their image', () => {
    expect(all('StatefulSet').map(({ metadata, spec }) => [metadata.name, spec?.replicas])).toEqual([['registration', 1]]);
    for (const { securityContext } of [...all('StatefulSet'), ...all('Deployment')].flatMap(containersOf)) {
      expect(securityContext).toEqual({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
    }
  });
});
