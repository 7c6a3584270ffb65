import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeFile } from './compose/compose-file.ts';
import { root } from './paths.ts';

const read = (file: string): string => readFileSync(join(root, 'infra/deploy', file), 'utf8');

type Stage = { readonly name: string; readonly from: string; readonly steps: readonly { readonly word: string; readonly rest: string }[] };

/** The stages of the Dockerfile, each with its instructions. */
const stages: readonly Stage[] = read('Dockerfile')
  .replaceAll(/\\\n/g, ' ')
  .split(/^(?=FROM )/m)
  .slice(1)
  .map((text) => {
    const [head = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
    const [, from = '', name = ''] = /^FROM (\S+) AS (\S+)$/.exec(head) ?? [];
    return { name, from, steps: rest.map((line) => ({ word: line.slice(0, line.indexOf(' ')), rest: line.slice(line.indexOf(' ') + 1) })) };
  });
const stage = (name: string): Stage => stages.find((one) => one.name === name) ?? expect.fail(`no stage ${name}`);
const steps = (name: string, word: string): string[] => stage(name).steps.filter((step) => step.word === word).map(({ rest }) => rest);

describe('the Dockerfile', () => {
  it('has the stages that Compose builds, each stage upon an exact image or upon one before it', () => {
    const built = Object.values(composeFile.services).flatMap(({ build }) => build ?? []);
    expect(new Set(built.map(({ target }) => target))).toEqual(new Set(['services', 'grafana']));
    for (const { context, dockerfile, target } of built) {
      expect([context, dockerfile]).toEqual(['.', 'infra/deploy/Dockerfile']);
      expect(stages.map(({ name }) => name)).toContain(target);
    }
    for (const [index, { from }] of stages.entries()) expect(/:\d+\.\d+\.\d+/.test(from) || stages.slice(0, index).some(({ name }) => name === from), from).toBe(true);
  });

  it('copies nothing that the repository or an earlier stage does not have', () => {
    const copies = stages.flatMap(({ steps: own }) => own.filter(({ word }) => word === 'COPY').map(({ rest }) => rest));
    expect(copies.length).toBeGreaterThan(8);
    const sources = copies.filter((copy) => !copy.startsWith('--from=')).flatMap((copy) => copy.split(' ').filter((part) => !part.startsWith('--')).slice(0, -1));
    expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
    const stagesCopied = copies.flatMap((copy) => /^--from=(\S+)/.exec(copy)?.[1] ?? []);
    expect(stagesCopied.filter((name) => !stages.some((one) => one.name === name))).toEqual([]);
  });

  it('runs nothing as root', () => {
    expect(steps('services', 'USER').at(-1)).toBe('node');
    expect(steps('grafana', 'USER').at(-1)).toBe('472');
  });

  it('installs the lock file’s versions without refusing one that a mirror has cut short', () => {
    expect(steps('installed', 'RUN').join()).toMatch(/^npm install --no-save --omit=dev/);
    expect(read('Dockerfile')).not.toMatch(/^RUN .*npm ci/m);
  });

  it('has the plugin of the version that the boards are written for', () => {
    const [, version = ''] = /grafana-clickhouse-datasource (\d+\.\d+)\.\d+/.exec(steps('grafana', 'RUN').join()) ?? [];
    expect(readFileSync(join(root, 'infra/grafana/README.md'), 'utf8')).toContain(`\`grafana-clickhouse-datasource\`, ${version}`);
  });

  it('lets into a build what is named alone, and no secret among it', () => {
    const rules = read('Dockerfile.dockerignore').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(rules[0]).toBe('**');
    const let_in = rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1));
    expect(let_in).toEqual(['package.json', 'package-lock.json', 'tsconfig.base.json', 'packages', 'services', 'infra', 'dashboards']);
    expect(rules.slice(rules.lastIndexOf('!dashboards'))).toEqual(expect.arrayContaining(['**/.env*', '**/*.key', '**/node_modules']));
  });
});
