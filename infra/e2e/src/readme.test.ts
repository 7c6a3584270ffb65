import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memorySettings, nodeOptions } from './harness/process.ts';
import { root } from './harness/root.ts';
import { settingNames } from '@da06/host';

const pages = execFileSync('git', ['ls-files', '*README.md'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
const scripts = Object.keys((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts);
const front = readFileSync(join(root, 'README.md'), 'utf8');

it('proofs, npm start, the commands and the image start node with the same options', () => {
  const { scripts: lines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const settings = Object.entries(memorySettings).map((setting) => setting.join('=')).join(' ');
  for (const line of [lines['start'], lines['da06'], readFileSync(join(root, 'infra/deploy/da06.sh'), 'utf8')]) expect(line).toMatch(new RegExp(`${settings}\\s+(?:exec )?node ${nodeOptions.join(' ')} (?:/app/)?infra/setup/run\\.mjs`));
});

describe('the README', () => {
  it('links to nothing that is not there, on any page', () => {
    expect(pages.length).toBeGreaterThan(10);
    const broken = pages.flatMap((page) =>
      [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].flatMap(([, target = '']) => (existsSync(join(root, dirname(page), target)) ? [] : [`${page}: ${target}`])),
    );
    expect(broken).toEqual([]);
  });

  it('names folders and commands that exist', () => {
    const folders = [...front.matchAll(/`((?:packages|services|infra|dashboards)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(folders.length).toBeGreaterThan(10);
    expect(folders.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const named = [...front.matchAll(/`npm run (?:-s )?([a-z0-9]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !scripts.includes(script))).toEqual([]);
  });

  it('has a row for every setting that a host or a service reads', () => {
    expect(settingNames.length).toBeGreaterThan(20);
    expect(settingNames.filter((name) => !front.includes(`\`${name}\``) && name !== 'INIT_CWD')).toEqual([]);
  });
});
