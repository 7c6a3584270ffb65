import { createEmbeddedLog } from '@da06/event-log';
import { topics } from '@da06/events';
import type { PopulationTruth, TruthRecord } from '@da06/simulator';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { da06, startHost, type RunningHost } from './harness/host.ts';
import { eventually, tempFolder } from './harness/temp.ts';
import { checkPeople } from './truth/population/check-people.ts';
import { factsOf, type Fact, type Facts } from './truth/population/facts.ts';
import { factsOfTruth } from './truth/population/truth-facts.ts';
import { createPseudonyms } from './truth/pseudonyms.ts';

/** Units and definitions as the host published them; its log may be read while it writes. */
const publishedBy = async (data: string): Promise<Fact[]> => {
  const log = createEmbeddedLog({ path: join(data, 'log'), readOnly: true });
  const records = await Promise.all(Array.from({ length: log.partitions(topics.registry) }, (_, partition) => log.read({ topic: topics.registry, partition, from: 0n, limit: 10_000 })));
  await log.close();
  return records.flat().map(({ value }) => JSON.parse(Buffer.from(value).toString()) as Fact);
};

/** Over HTTP the host's clock decides when a record was taken in: the same records with the day it says. */
const asTakenIn = async ({ records }: PopulationTruth, { sql }: Pick<RunningHost, 'sql'>): Promise<TruthRecord[]> => {
  const days = new Map<string, string[]>();
  for (const { subject, day } of await sql<{ subject: string; day: string }>("SELECT subject, toString(toDate(recorded_at)) AS day FROM events WHERE match(subject, '^(residents|workers)/') ORDER BY sequence")) days.set(subject, [...(days.get(subject) ?? []), day]);
  return records.map((record) => ({ ...record, receivedAt: `${days.get(`${record.register}/${record.ref}`)?.shift() ?? 'never'}T12:00:00+07:00` }));
};

/** A reader may set nothing: numbers of 64 bits, which come as text, are told by their type. */
const queryOf = ({ clickhouseUrl }: Pick<RunningHost, 'clickhouseUrl'>) => async <Row>(sql: string): Promise<readonly Row[]> => {
  const response = await fetch(`${clickhouseUrl}/?database=da06&default_format=JSON`, { method: 'POST', body: sql.replace(/ SETTINGS .*$/, '') });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  const { meta, data } = JSON.parse(text) as { readonly meta: readonly { readonly name: string; readonly type: string }[]; readonly data: readonly Record<string, unknown>[] };
  const wide = meta.filter(({ type }) => /^U?Int64$/.test(type)).map(({ name }) => name);
  return data.map((row) => ({ ...row, ...Object.fromEntries(wide.map((name) => [name, Number(row[name])])) }) as Row);
};

it('a population that is sent to a host over HTTP is in every view of residents and workers as its truth has it', async () => {
  const folder = tempFolder('population');
  onTestFinished(folder.remove);
  const data = join(folder.path, 'data');
  const host = await startHost(data);
  onTestFinished(async () => void (await host.stop()));
  const truthFile = join(folder.path, 'truth.json');
  const { code, stdout, stderr } = await da06(data, ['simulate', '--residents', '2000', '--days', '60', '--seed', '11', '--faults', 'malformed=0.05,amendment=0.08,withdrawal=0.03,duplicate=0.08,oldPaper=0.3', '--truth', truthFile]);
  expect([code, stderr]).toEqual([0, expect.any(String)]);
  expect(JSON.parse(stdout)).toMatchObject({ differences: 0 });

  const truth = JSON.parse(readFileSync(truthFile, 'utf8')) as PopulationTruth;
  const counted = async () => (await host.sql<{ records: number; requests: number; newest: string }>("SELECT toUInt32(countIf(match(subject, '^(residents|workers)/'))) AS records, toUInt32(countIf(type = 'vn.da06.register.batch-received.v1')) AS requests, (SELECT toString(toDate(as_of)) FROM as_of) AS newest FROM events"))[0];
  const { newest } = await eventually('every record in the tables', 60_000, async () => {
    const now = await counted();
    const ready = (await (await fetch(`${host.url}/readyz`)).json()) as { lag: number };
    return now?.records === truth.records.length && ready.lag === 0 ? now : undefined;
  });
  expect(await counted()).toMatchObject({ records: truth.records.length, requests: truth.requests.length });

  const facts: Facts = { ...factsOf(await publishedBy(data)), ...factsOfTruth({ records: await asTakenIn(truth, host) }), nights: [], newest };
  const { rows, differences } = await checkPeople(facts, { query: queryOf(host) }, createPseudonyms());
  expect([...differences.slice(0, 4), ...differences.slice(-4)]).toEqual([]);
  expect(rows['residents']).toBeGreaterThan(1_500);
  expect(rows['workers']).toBeGreaterThan(500);
  expect(rows['population_rates']).toBeGreaterThan(100);
}, 480_000);
