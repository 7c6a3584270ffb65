import { serverFile, usersFile } from '@da06/clickhouse-schema';
import { removeFolder, tempFolder } from '@da06/testkit';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { openConnection } from '../embedded/connection.ts';
import { personLimits } from '../person/limits.ts';
import { systemTables } from '../person/rules.ts';

type Element = { readonly name: string; readonly attributes: Record<string, string>; readonly children: Element[]; text: string };

/** As much of XML as these files use; anything else is an error. */
const parseXml = (source: string): Element => {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [token] of source.replace(/<!--(?:(?!--)[\s\S])*-->/g, '').matchAll(/<[^>]*>|[^<]+|</g)) {
    const here = open.at(-1) ?? root;
    const tag = /^<(\/?)(\w+)((?:\s+\w+="[^"<&]*")*)\s*(\/?)>$/.exec(token);
    if (tag === null) {
      if (/[<>&]/.test(token)) throw new Error(`Not well formed: ${token}`);
      here.text += token.trim();
      continue;
    }
    const [, ends, name = '', attributes = '', alone] = tag;
    if (ends === '/') {
      if (open.pop()?.name !== name) throw new Error(`${name} ends, but is not open`);
      continue;
    }
    const element: Element = { name, attributes: Object.fromEntries([...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value])), children: [], text: '' };
    here.children.push(element);
    if (alone !== '/') open.push(element);
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('Not one closed element');
  return root;
};
const at = (element: Element | undefined, ...path: string[]): Element => {
  const found = path.reduce<Element | undefined>((inner, name) => inner?.children.find((child) => child.name === name), element);
  if (found === undefined) throw new Error(`There is no ${path.join('/')}`);
  return found;
};
const grantsOf = (name: string): string[] => at(users, 'clickhouse', 'users', name, 'grants').children.map(({ text }) => text);

const users = parseXml(readFileSync(usersFile, 'utf8'));
const path = tempFolder();
const connection = openConnection({ path, inbox: path });
afterAll(async () => {
  await connection.close();
  removeFolder(path);
});

describe('the users of a server', () => {
  it('have no password in the file: each comes as a digest from the environment, and the default user is gone', () => {
    const [removed, ...ours] = at(users, 'clickhouse', 'users').children;
    expect([removed?.name, removed?.attributes]).toEqual(['default', { remove: '1' }]);
    expect(ours.map(({ name, children }) => [name, children.find((child) => child.name.startsWith('password'))])).toEqual(
      ['writer', 'reader', 'programme'].map((name) => [`da06_${name}`, { name: 'password_sha256_hex', attributes: { from_env: `CLICKHOUSE_${name.toUpperCase()}_PASSWORD_SHA256` }, children: [], text: '' }]),
    );
    for (const { children } of ours) expect(children.filter(({ name }) => name.startsWith('password') || name === 'no_password')).toHaveLength(1);
  });

  it("limit people's queries as the embedded engine does, and let them change nothing", () => {
    for (const [profile, readonly] of [['da06_reader', '1'], ['da06_grafana', '2']] as const) {
      const settings = Object.fromEntries(at(users, 'clickhouse', 'profiles', profile).children.map(({ name, text }) => [name, text]));
      expect(settings).toMatchObject({ readonly, ...Object.fromEntries(Object.entries(personLimits).map(([name, value]) => [name, String(value)])) });
    }
  });

  it('let the programme set the limit of time that its client sends with each statement, and write nothing', async () => {
    const profile = at(users, 'clickhouse', 'profiles', 'da06_programme');
    const reading = openConnection({ path, inbox: path });
    onTestFinished(reading.close);
    await reading.run(`SET readonly = ${at(profile, 'readonly').text}`);
    await reading.run('SELECT 1 SETTINGS max_execution_time = 20, output_format_json_quote_64bit_integers = 0');
    await expect(reading.run('CREATE DATABASE planted')).rejects.toThrow(/readonly/i);
  });

  it('may read the database da06 and the tables of system that the guard lets through, and only the writer may write', () => {
    const reading = ['GRANT SELECT ON da06.*', ...[...systemTables].map((table) => `GRANT SELECT ON system.${table}`)].sort();
    expect(grantsOf('da06_reader').sort()).toEqual(reading);
    expect(grantsOf('da06_programme')).toEqual(['GRANT SELECT ON da06.*']);
    expect(grantsOf('da06_writer').filter((grant) => grant.includes(' ON *.*'))).toEqual(['GRANT CREATE TEMPORARY TABLE ON *.*']);
  });

  it('have settings and grants that the engine knows', async () => {
    for (const name of ['da06_writer', 'da06_reader', 'da06_programme']) for (const grant of grantsOf(name)) await connection.run(`SELECT formatQuery('${grant} TO x')`);
    for (const name of ['da06_writer', 'da06_reader', 'da06_programme', 'da06_grafana']) {
      for (const { name: setting } of at(users, 'clickhouse', 'profiles', name).children.filter((child) => child.name !== 'constraints')) await connection.run(`SELECT getSetting('${setting}')`);
    }
  });

  it('stand beside a server file that is well formed', () => {
    expect(parseXml(readFileSync(serverFile, 'utf8')).children[0]?.name).toBe('clickhouse');
  });
});
