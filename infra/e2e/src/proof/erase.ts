import { createEmbeddedLog } from '@da06/event-log';
import { parseEvent, topics } from '@da06/events';
import { createOrLoadKeyFiles, createVault, findSecretFile, fingerprintOf } from '@da06/vault';
import type { SealedIdentity } from '@da06/vault';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { da06, startHost } from '../harness/host.ts';
import type { RunningHost } from '../harness/host.ts';
import { startProgram } from '../harness/process.ts';
import { facility, facilityId, ndjson, stayOf } from '../harness/stays.ts';
import { tempFolder } from '../harness/temp.ts';
import { attack, filesBelow } from './attack.ts';

/** The person that is erased; the program that kills itself erases her too. Her old paper stands for itself until a record links it. */
const mai = { name: 'Trần Thị Mai Planted', number: '070190000123', old: '285123456', wrong: '070190555777' } as const;
const killingProgram = 'services/da06/src/erase/erase-until-killed.fixture.ts';
const base = `/v1/facilities/${facilityId}/stays`;

export type EraseRound = {
  readonly envelopes: number;
  readonly others: number;
  readonly eraseCode: number | null;
  readonly filesTried: number;
  readonly keysTried: number;
  readonly chunksTried: number;
  readonly openedAfter: number;
  /** The same scan with the old master key that the test kept aside: of the old backup, and of pages that linger in the folder. */
  readonly openedByKeptKey: number;
  readonly lingering: number;
  readonly oldKeyFound: number;
  readonly othersOpened: number;
  readonly viewsCompared: number;
  readonly viewsChanged: readonly string[];
  readonly sentMeanwhile: number;
  readonly turnedAway: number;
  readonly lostMeanwhile: number;
  readonly namedBackupOpens: number;
  readonly namedBackupOthers: boolean;
  readonly withoutKeyRefused: boolean;
  readonly replayedOpens: number;
  readonly steps: number;
  readonly resumed: number;
};

const guest = (number: string, kind = 'cccd', more: object = {}) => ({ fullName: mai.name, birthDate: '1990-05-15', sex: 'F', nationality: 'VNM', document: { kind, number, ...more } });

/** Registers the planted person in every way that leaves an envelope under another key. */
const plant = async (host: RunningHost): Promise<void> => {
  const stay = (ref: string, of: object) => ({ ...stayOf(7, { now: Date.now() }), ref, guest: of });
  const send = async (method: string, path: string, body: unknown): Promise<void> => {
    const answer = await host.call(method, path, body);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  for (const ref of ['M-1', 'M-2', 'M-3']) await send('PUT', `${base}/${ref}`, stay(ref, guest(mai.number)));
  await send('PUT', `${base}/M-4`, stay('M-4', guest(mai.wrong)));
  await send('PATCH', `${base}/M-4`, { guest: { document: { kind: 'cccd', number: mai.number } }, note: mai.name, correctionReason: 'nhầm' });
  await send('PATCH', `${base}/M-5`, { note: `${mai.name} gối` });
  await send('PUT', `${base}/M-5`, stay('M-5', guest(mai.number)));
  await send('PUT', `${base}/M-6`, stay('M-6', guest(mai.old, 'cmnd')));
  await send('PUT', `${base}/M-7`, stay('M-7', guest(mai.number, 'cccd', { formerNumber: mai.old })));
  await send('POST', `${base}/M-7/cancel`, { reason: mai.name });
  const batch = Array.from({ length: 400 }, (_, n) => (n === 200 ? stay('M-8', guest(mai.number)) : stayOf(900_000 + n, { prefix: 'BATCH', now: Date.now() })));
  await send('POST', base, batch);
  await plantRecords(send);
};

/** As resident and as worker: by the card that is linked with the old paper, by that alone, under a wrong number, and in a record that is withdrawn. */
const plantRecords = async (send: (method: string, path: string, body: unknown) => Promise<void>): Promise<void> => {
  const resident = (of: object, more: object = {}) => ({ change: 'permanent', on: '2026-01-10', cause: 'arrival', person: { ...of, ethnicity: { scheme: '2008', code: '22' } }, unit: 'W25357@2025', hamlet: `Ấp ${mai.name}`, ...more });
  await send('PUT', '/v1/residents/M-1', resident(guest(mai.number, 'cccd', { formerNumber: mai.old })));
  await send('PUT', '/v1/residents/M-2', resident(guest(mai.old, 'cmnd'), { change: 'absence', cause: undefined, absence: { case: 'd', destination: mai.name } }));
  await send('PUT', '/v1/residents/M-3', resident(guest(mai.wrong), { change: 'household', cause: undefined, household: { number: mai.name, relation: 'head' } }));
  await send('PUT', '/v1/residents/M-3', resident(guest(mai.number), { revision: 1, change: 'household', cause: undefined, household: { number: mai.name, relation: 'head' } }));
  await send('PUT', '/v1/residents/M-4', resident(guest(mai.number), { change: 'end', ends: 'permanent', cause: 'moved-out' }));
  await send('POST', '/v1/residents/M-4/withdraw', { reason: mai.name });
  const others = Array.from({ length: 100 }, (_, n) => ({ ref: `O-${String(n)}`, ...resident(stayOf(n, { now: Date.now() })['guest'] as object) }));
  await send('POST', '/v1/residents', others);
  await send('PUT', '/v1/workers/M-5', { on: '2026-01-10', person: guest(mai.number), unit: 'W25357@2025', status: 'employed', position: 'employee', occupation: '83', note: mai.name });
};

type Envelopes = { readonly mai: SealedIdentity[]; readonly others: SealedIdentity[] };

/** Every sealed identity of a log, hers and those of others. */
const envelopesOf = async (data: string): Promise<Envelopes> => {
  const log = createEmbeddedLog({ path: join(data, 'log') });
  const found: Envelopes = { mai: [], others: [] };
  try {
    for (let partition = 0; partition < log.partitions(topics.stays); partition += 1) {
      for (const { value, key } of await log.read({ topic: topics.stays, partition, from: 0n, limit: 1_000_000 })) {
        const parsed = parseEvent(value);
        const sealed = parsed.ok ? (parsed.event.data['sealed'] as SealedIdentity | undefined) : undefined;
        if (sealed !== undefined) found[key.split('/')[1]?.startsWith('M-') === true ? 'mai' : 'others'].push(sealed);
      }
    }
  } finally {
    await log.close();
  }
  return found;
};

/** How many of them the folder itself still opens. */
const opened = async (data: string, sealed: readonly SealedIdentity[]): Promise<number> => {
  const log = createEmbeddedLog({ path: join(data, 'log') });
  try {
    const vault = createVault({ ...createOrLoadKeyFiles(data), store: log });
    return sealed.filter((one) => {
      try {
        return vault.open(one) !== undefined;
      } catch {
        return false;
      }
    }).length;
  } finally {
    await log.close();
  }
};

/** Rows and content of every view; of events without what an erasure and the reading of a record add. */
const viewsOf = async (host: RunningHost): Promise<Map<string, string>> => {
  const views = await host.sql<{ name: string }>("SELECT name FROM system.tables WHERE database = 'da06' AND engine = 'View' AND empty(parameterized_view_parameters) AND NOT startsWith(name, 'raw_') AND name != 'as_of' ORDER BY name"); // `as_of` is when something was last projected
  const content = new Map<string, string>();
  for (const { name } of views) {
    const where = name === 'events' ? " WHERE type NOT LIKE 'vn.da06.identity.%' AND type NOT LIKE 'vn.da06.master-key.%'" : '';
    content.set(name, JSON.stringify(await host.sql(`SELECT count() AS rows, sum(cityHash64(toString(tuple(*)))) AS hash FROM ${name}${where}`)));
  }
  return content;
};

/** Registers stays one after the other until told to stop; each is sent again until it is accepted. */
const keepSending = (host: RunningHost): { readonly stop: () => Promise<{ refs: string[]; turnedAway: number }> } => {
  let stopping = false;
  const sent = (async () => {
    const refs: string[] = [];
    let turnedAway = 0;
    for (let n = 0; !stopping; n += 1) {
      const stay = stayOf(n, { prefix: 'LIVE', now: Date.now() });
      for (;;) {
        const answer = await host.call('PUT', `${base}/${String(stay['ref'])}`, stay);
        await answer.arrayBuffer();
        if (answer.ok) break;
        if (answer.status !== 503 || answer.headers.get('retry-after') === null) throw new Error(`${answer.status} while erasing`);
        turnedAway += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      refs.push(String(stay['ref']));
    }
    return { refs, turnedAway };
  })();
  return { stop: () => ((stopping = true), sent) };
};

/** An erasure on a running host, then everything an attacker could have had after it, and what is left of it in backups, after a restore and after kills. */
export const eraseRound = async (options: { readonly stays: number; readonly say: (text: string) => void }): Promise<EraseRound> => {
  const { say } = options;
  const folder = tempFolder('erase');
  const at = (name: string): string => join(folder.path, name);
  const [data, oldBackup, namedBackup, aside] = [at('data'), at('old-backup'), at('named-backup'), at('aside')];
  try {
    const host = await startHost(data);
    await host.call('POST', '/v1/facilities', facility);
    writeFileSync(at('stays.ndjson'), ndjson(options.stays, { now: Date.now() }));
    await da06(data, ['import', at('stays.ndjson'), '--facility', facilityId]);
    await plant(host);
    await da06(data, ['verify', '--wait', '60']);
    for (const backup of [oldBackup, namedBackup]) if ((await da06(data, ['backup', backup])).code !== 0) throw new Error('no backup');
    cpSync(join(data, 'master.key'), aside);
    const before = await viewsOf(host);

    say('erasing on the running host');
    const args = ['erase', '--kind', 'cccd', '--number', mai.number, '--reason', 'subject-request', '--backup', namedBackup];
    const erased = await da06(data, args);
    if (erased.code !== 0) say(erased.stderr);
    await da06(data, ['verify', '--wait', '60']);
    const after = await viewsOf(host);
    const viewsChanged = [...before].flatMap(([view, content]) => (after.get(view) === content ? [] : [view]));
    for (const view of viewsChanged) say(`${view}: ${before.get(view)} → ${after.get(view)}`);

    say('changing the master key while stays come in');
    const sender = keepSending(host);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const rotated = await da06(data, ['key', 'rotate-master', '--backup', namedBackup]);
    if (rotated.code !== 0) say(rotated.stderr);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { refs, turnedAway } = await sender.stop();
    let lostMeanwhile = 0;
    for (const ref of refs) if (!(await (await host.call('GET', `${base}/${ref}`)).text()).includes('"identity":"shown"')) lostMeanwhile += 1;
    await host.stop();

    say('trying every key on every piece of a chunk');
    const envelopes = await envelopesOf(data);
    const kept = findSecretFile(aside) as Buffer;
    const blind = await attack({ folders: [data, oldBackup, namedBackup], log: join(data, 'log'), envelopes: envelopes.mai, known: [] });
    const seeing = await attack({ folders: [oldBackup], log: join(data, 'log'), envelopes: envelopes.mai, known: [kept] });
    const lingering = await attack({ folders: [data], log: join(data, 'log'), envelopes: envelopes.mai, known: [kept] });

    say('restoring backups');
    const named = await da06(at('named'), ['restore', namedBackup, '--master-key', join(data, 'master.key')]);
    if (named.code !== 0) say(named.stderr);
    const theirs = await envelopesOf(at('named'));
    const withoutKey = await da06(at('none'), ['restore', oldBackup, '--master-key', join(data, 'master.key')]);
    const replayed = await da06(at('replayed'), ['restore', oldBackup, '--master-key', aside, '--erasures', join(data, 'erasures.jsonl')]);
    if (replayed.code !== 0) say(replayed.stderr);

    const { steps, resumed } = await killRounds(at, say);
    return {
      envelopes: envelopes.mai.length, others: envelopes.others.length, eraseCode: erased.code, filesTried: blind.files, keysTried: blind.keys, chunksTried: blind.pieces, openedAfter: blind.opened,
      openedByKeptKey: seeing.opened, lingering: lingering.opened, oldKeyFound: countKey([data, namedBackup, oldBackup], kept), othersOpened: await opened(data, envelopes.others),
      viewsCompared: before.size, viewsChanged, sentMeanwhile: refs.length, turnedAway, lostMeanwhile,
      namedBackupOpens: await opened(at('named'), theirs.mai), namedBackupOthers: (await opened(at('named'), theirs.others)) === theirs.others.length,
      withoutKeyRefused: withoutKey.code === 2, replayedOpens: replayed.code === 0 ? await opened(at('replayed'), envelopes.mai) : -1, steps, resumed,
    };
  } finally {
    folder.remove();
  }
};

/** A small folder, erased by a process that kills itself at each step in turn; the next command finishes it. */
const killRounds = async (at: (name: string) => string, say: (text: string) => void): Promise<{ steps: number; resumed: number }> => {
  const [data, backup] = [at('small/data'), at('small/backup')];
  const host = await startHost(data);
  await host.call('POST', '/v1/facilities', facility);
  await plant(host);
  await da06(data, ['backup', backup]);
  await host.stop();
  const { mai: hers, others } = await envelopesOf(data);
  let resumed = 0;
  for (let step = 1; ; step += 1) {
    const copy = at(`killed-${step}`);
    cpSync(at('small'), copy, { recursive: true });
    const program = startProgram(killingProgram, [join(copy, 'data'), join(copy, 'backup'), String(step)], {});
    const code = await program.exited;
    const reached = program.stdout().split('\n').filter(Boolean);
    if (code === 0) return { steps: step - 1, resumed };
    if (reached.length !== step) throw new Error(`step ${step}: ${program.stderr()}`);
    const next = await da06(join(copy, 'data'), ['retention']);
    const begun = reached.includes('pending');
    const masterKey = findSecretFile(join(copy, 'data/master.key')) as Buffer;
    const manifest = JSON.parse(readFileSync(join(copy, 'backup/da06-backup.json'), 'utf8')) as { masterKey: string };
    const ended =
      next.code === 0 && !existsSync(join(copy, 'data/erase-pending.json')) && !existsSync(join(copy, 'data/master.key.next')) && manifest.masterKey === fingerprintOf(masterKey) &&
      (await opened(join(copy, 'data'), hers)) === (begun ? 0 : hers.length) && (await opened(join(copy, 'data'), others)) === others.length;
    if (ended) resumed += 1;
    else say(`step ${step} (${reached.at(-1) ?? ''}): ${next.stderr}`);
  }
};

/** Files that hold a key as bytes or as hex. */
const countKey = (folders: readonly string[], key: Buffer): number => {
  const forms = [key, Buffer.from(key.toString('hex')), Buffer.from(key.toString('hex').toUpperCase()), Buffer.from(key.toString('base64'))];
  return folders.flatMap(filesBelow).filter((file) => {
    const bytes = readFileSync(file);
    return forms.some((form) => bytes.includes(form));
  }).length;
};
