import { createEmbeddedLog } from '@da06/event-log';
import { deadLetterTopic, topics } from '@da06/events';
import { eventBuilders } from '@da06/testkit';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { da06, startHost } from '../harness/host.ts';
import type { RunningHost } from '../harness/host.ts';
import { facility, facilityId, stayOf } from '../harness/stays.ts';
import { tempFolder } from '../harness/temp.ts';
import { disguisesOf } from './disguises.ts';

/** Values that stand nowhere else, so that one find is one leak. */
const planted = {
  name: 'Đặng Thị Kín Đáo Zyxwvu',
  number: '070190987654',
  passport: 'QZ7654321',
  phone: '0987601234',
  address: 'Số 4711 ngõ Bí Ẩn Zyxwvu',
  birthDay: '1990-09-17',
  note: 'ghi chú kín Zyxwvu 8842',
  reasonText: 'lý do kín Zyxwvu 3391',
  room: 'P-Kin-90417',
} as const;

/**
 * In the clear in records that nobody should have appended, of every kind that becomes a dead letter. The log keeps what it was given, so
 * that this one value is in these records; it must be nowhere else: not in the dead letters, the tables, the output.
 */
const appendedInClear = { deadLetter: 'Phùng Thị Thư Kín Qwvutsr' } as const;

type Leak = { readonly value: string; readonly form: string; readonly where: string };
export type PrivacyResult = { readonly leaks: Leak[]; readonly control: boolean; readonly deadLetters: number; readonly bytesScanned: number; readonly columnsScanned: number; readonly recordsScanned: number };

const guest = { fullName: planted.name, birthDate: planted.birthDay, sex: 'F', nationality: 'VNM', document: { kind: 'cccd', number: planted.number }, phone: planted.phone, residence: { status: 'permanent', address: planted.address } };

/** Sends the planted values by every way in, well-formed and broken, in answers that refuse and that accept. */
const sendEverywhere = async (host: RunningHost): Promise<void> => {
  const base = `/v1/facilities/${facilityId}/stays`;
  const stay = { ...stayOf(1, { now: Date.now() }), ref: 'PRIV-1', guest, room: planted.room, reason: 'other', reasonText: planted.reasonText, note: planted.note };
  const lines = { 'content-type': 'application/x-ndjson' };
  await host.call('POST', '/v1/facilities', facility);
  await host.call('POST', '/v1/facilities', { id: 'ho-gia-dinh-1', kind: 'household', name: planted.name, unit: 'W25357@2025' });
  await host.call('PUT', `${base}/PRIV-1`, stay);
  await host.call('PATCH', `${base}/PRIV-1`, { note: planted.note, guest: { phone: planted.phone }, correctionReason: planted.note });
  await host.call('PUT', `${base}/PRIV-2`, { ...stay, ref: 'PRIV-2', guest: { ...guest, sex: planted.name, birthDate: planted.address }, reason: planted.note });
  await host.call('POST', base, `${JSON.stringify({ ...stay, ref: 'PRIV-3' })}\n${JSON.stringify(stay).slice(0, -20)}\n`, lines);
  await host.call('POST', base, `{"ref":"${planted.number}","guest":"${planted.name}"`, { 'content-type': 'application/json' });
  await host.call('POST', base, `ref,full_name,document_number,phone,note\nPRIV-4,${planted.name},${planted.number},${planted.phone},"${planted.note}`, { 'content-type': 'text/csv' });
  await host.call('PUT', `${base}/PRIV-5`, { ...stay, ref: 'PRIV-5', [planted.name]: planted.number });
  await host.call('PUT', `${base}/${encodeURIComponent(planted.number)}`, { ...stay, ref: planted.number });
  await host.call('PUT', `${base}/PRIV-6`, { ...stay, ref: 'PRIV-6', guest: undefined, qr: `${planted.number}||${planted.name}|17091990|Nữ|${planted.address}|01012022` });
  await host.call('PUT', `${base}/PRIV-7`, { ...stay, ref: 'PRIV-7', guest: { ...guest, document: { kind: 'passport', number: planted.passport } } });
  await host.call('POST', `${base}/PRIV-1/cancel`, { reason: planted.note });
  const portal = { hoTen: planted.name, soGiayTo: planted.number, soDienThoai: planted.phone, diaChi: planted.address, ghiChu: planted.note, loaiGiayTo: '1' };
  for (const path of ['vietnamese-stays', 'foreign-stays', 'departures']) await host.call('POST', `/v1/kbtt/${path}?facility=${facilityId}`, [portal]);
  await host.call('GET', `${base}/PRIV-1`);
  await host.call('POST', '/v1/sql', `SELECT '${planted.name}' AS x, ${planted.number}x`, { 'content-type': 'text/plain' });
};

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
    await second.stop();
    const deadLetters = outputs[1]?.stdout.split('\n').filter(Boolean).length ?? 0;
    for (const { stdout, stderr } of outputs) scan(Buffer.from(`${stdout}\n${stderr}`), 'dead-letters');
    for (const host of [first, second]) {
      scan(Buffer.from(host.stdout()), 'stdout');
      scan(Buffer.from(host.stderr()), 'stderr');
    }
    for (const file of filesBelow(data)) scan(readFileSync(file), relative(data, file));
    const recordsScanned = await scanLog(join(data, 'log'), scan);
    const columnsScanned = await scanTables(data, scan);
    const before = leaks.length;
    writeFileSync(join(data, 'control'), `{"x":"${Buffer.from(planted.name).toString('base64')}"}`);
    // The value in the file, and the records in the clear in the log: what looks everywhere must see both.
    const control = scan(readFileSync(join(data, 'control')), 'control') > 0 && deadLetters === appended && seenInClear >= appended;
    return { leaks: leaks.slice(0, before), control, deadLetters, bytesScanned, columnsScanned, recordsScanned };
  } finally {
    folder.remove();
  }
};

/** Every record of the log, also with each base64 text in it decoded. */
const scanLog = async (path: string, scan: (bytes: Buffer, where: string) => number): Promise<number> => {
  const log = createEmbeddedLog({ path });
  let records = 0;
  try {
    for (const topic of Object.values(topics).flatMap((name) => [name, deadLetterTopic(name)])) {
      for (let partition = 0; partition < log.partitions(topic); partition += 1) {
        for (const { value, key } of await log.read({ topic, partition, from: 0n, limit: 100_000 })) {
          records += 1;
          scan(Buffer.from(key), `${topic} key`);
          scan(Buffer.from(value), `${topic} record`);
          for (const [text] of Buffer.from(value).toString('utf8').matchAll(/[A-Za-z0-9+/_-]{24,}={0,2}/g)) scan(Buffer.from(text, 'base64'), `${topic} decoded`);
        }
      }
    }
  } finally {
    await log.close();
  }
  return records;
};

/** Every column of every table and view, as text: on disk they are compressed. */
const scanTables = async (data: string, scan: (bytes: Buffer, where: string) => number): Promise<number> => {
  const listed = await da06(data, ['sql', "SELECT table, count() FROM system.columns WHERE database = 'da06' GROUP BY table ORDER BY table FORMAT TabSeparated"]);
  if (listed.code !== 0) throw new Error(`tables cannot be listed: ${listed.stderr}`);
  let columns = 0;
  for (const line of listed.stdout.split('\n').filter(Boolean)) {
    const [table = '', count = '0'] = line.split('\t');
    if (/_mv_v\d+$/.test(table)) continue;
    const rows = await da06(data, ['sql', `SELECT * FROM da06.${table} FORMAT JSONEachRow`]);
    if (rows.code !== 0) throw new Error(`${table} cannot be read: ${rows.stderr}`);
    scan(Buffer.from(rows.stdout), `table ${table}`);
    columns += Number(count);
  }
  return columns;
};
