import { createEmbeddedLog } from '@da06/event-log';
import { deadLetterTopic, topics } from '@da06/events';
import { eventBuilders } from '@da06/testkit';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { da06, startHost } from '../harness/host.ts';
import type { RunningHost } from '../harness/host.ts';
import { tempFolder } from '../harness/temp.ts';
import { disguisesOf } from './disguises.ts';
import { planted } from './planted-person.ts';
import { sendEverywhere } from './send-everywhere.ts';

/**
 * In the clear in records that nobody should have appended, of every kind that becomes a dead letter. The log keeps what it was given, so
 * that this one value is in these records; it must be nowhere else: not in the dead letters, the tables, the output.
 */
const appendedInClear = { deadLetter: 'Phùng Thị Thư Kín Qwvutsr' } as const;

type Leak = { readonly value: string; readonly form: string; readonly where: string };
export type PrivacyResult = { readonly leaks: Leak[]; readonly control: boolean; readonly deadLetters: number; readonly bytesScanned: number; readonly columnsScanned: number; readonly recordsScanned: number; readonly registerRecords: number; readonly trips: number; /** Events of the watch-list and of alerts. */ readonly watched: number };

/** Appends, while no host runs, a record that is no JSON, one of a type nobody knows, one without its fields and one that the engine alone refuses. */
const appendDeadLetters = async (path: string): Promise<number> => {
  const build = eventBuilders({ seed: 41 });
  const name = appendedInClear.deadLetter;
  const event = build.checkedOut({ groups: { departure: '2026-99-99T99:99:99.999Z' } });
  const values = [
    `{"guest":"${name}"`,
    JSON.stringify({ ...event, id: randomUUID(), type: 'vn.da06.stay.teleported.v1', data: { name } }),
    JSON.stringify({ ...event, id: randomUUID(), data: { name, facility: name } }),
    JSON.stringify({ ...event, name, data: { ...event.data, name } }),
  ];
  const log = createEmbeddedLog({ path });
  await log.commitUnit({ append: values.map((value) => ({ topic: topics.stays, key: event.subject, value: Buffer.from(value) })) });
  await log.close();
  return values.length;
};

/** Where the records lie that were appended in the clear. */
const ownPlaces = [join('log', 'data.mdb'), `${topics.stays} record`];

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

/** Plants values, then looks for every disguise of them in all files, columns, log records and output of the host. */
export const privacyRound = async (): Promise<PrivacyResult> => {
  const folder = tempFolder('privacy');
  const data = join(folder.path, 'data');
  const forms = Object.entries({ ...planted, ...appendedInClear }).flatMap(([value, text]) => [...disguisesOf(text)].map(([form, bytes]) => ({ value, form, bytes })));
  const leaks: Leak[] = [];
  let seenInClear = 0;
  let bytesScanned = 0;
  const scan = (bytes: Buffer, where: string): number => {
    bytesScanned += bytes.length;
    const found = forms.filter((form) => bytes.includes(form.bytes));
    for (const { value, form } of found) {
      if (value in appendedInClear && ownPlaces.includes(where)) seenInClear += 1;
      else leaks.push({ value, form, where });
    }
    return found.length;
  };
  try {
    const first = await startHost(data);
    await sendEverywhere(first);
    await first.stop();
    const appended = await appendDeadLetters(join(data, 'log'));
    const second = await startHost(data);
    await da06(data, ['verify', '--wait', '30']);
    const outputs = [await da06(data, ['dead-letters', 'redrive']), await da06(data, ['dead-letters', 'list'])];
    const columnsScanned = await scanTables(second, scan);
    await second.stop();
    const deadLetters = outputs[1]?.stdout.split('\n').filter(Boolean).length ?? 0;
    for (const { stdout, stderr } of outputs) scan(Buffer.from(`${stdout}\n${stderr}`), 'dead-letters');
    for (const host of [first, second]) {
      scan(Buffer.from(host.stdout()), 'stdout');
      scan(Buffer.from(host.stderr()), 'stderr');
    }
    for (const file of filesBelow(data)) scan(readFileSync(file), relative(data, file));
    const { records: recordsScanned, registerRecords, trips, watched } = await scanLog(join(data, 'log'), scan);
    const before = leaks.length;
    writeFileSync(join(data, 'control'), `{"x":"${Buffer.from(planted.name).toString('base64')}"}`);
    // The value in the file, and the records in the clear in the log: what looks everywhere must see both.
    const control = scan(readFileSync(join(data, 'control')), 'control') > 0 && deadLetters === appended && seenInClear >= appended;
    return { leaks: leaks.slice(0, before), control, deadLetters, bytesScanned, columnsScanned, recordsScanned, registerRecords, trips, watched };
  } finally {
    folder.remove();
  }
};

/** Every record of the log, also with each base64 text in it decoded. */
const scanLog = async (path: string, scan: (bytes: Buffer, where: string) => number): Promise<{ readonly records: number; readonly registerRecords: number; readonly trips: number; readonly watched: number }> => {
  const log = createEmbeddedLog({ path });
  const count = { records: 0, registerRecords: 0, trips: 0, watched: 0 };
  try {
    for (const topic of Object.values(topics).flatMap((name) => [name, deadLetterTopic(name)])) {
      for (let partition = 0; partition < log.partitions(topic); partition += 1) {
        for (const { value, key } of await log.read({ topic, partition, from: 0n, limit: 100_000 })) {
          count.records += 1;
          if (/^(residents|workers)\//.test(key)) count.registerRecords += 1;
          if (/^[^/]+\/trips\//.test(key)) count.trips += 1;
          if (/"vn\.da06\.(watch-entry|alert)\./.test(Buffer.from(value).toString('latin1'))) count.watched += 1;
          scan(Buffer.from(key), `${topic} key`);
          scan(Buffer.from(value), `${topic} record`);
          for (const [text] of Buffer.from(value).toString('utf8').matchAll(/[A-Za-z0-9+/_-]{24,}={0,2}/g)) scan(Buffer.from(text, 'base64'), `${topic} decoded`);
        }
      }
    }
  } finally {
    await log.close();
  }
  return count;
};

/** Every column of every table and view, as text: on disk they are compressed. Of a running host: a process a table would take minutes to open the folder again and again. */
const scanTables = async (host: RunningHost, scan: (bytes: Buffer, where: string) => number): Promise<number> => {
  const listed = await host.sql<{ table: string; columns: string }>("SELECT table, toString(count()) AS columns FROM system.columns WHERE database = 'da06' AND NOT match(table, '_mv_v[0-9]+$') GROUP BY table ORDER BY table");
  let total = 0;
  for (const { table, columns } of listed) {
    scan(Buffer.from(await host.lines(`SELECT * FROM da06.${table}`)), `table ${table}`);
    total += Number(columns);
  }
  return total;
};
