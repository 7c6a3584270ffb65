import { createEmbeddedLog } from '@da06/event-log';
import { parseEvent, topics } from '@da06/events';
import { programArguments, spawned, tempFolder } from '@da06/testkit';
import { findSecretFile, fingerprintOf } from '@da06/vault';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backupFolder } from '../backup/backup.ts';
import { checkBackup } from '../backup/rewrap-backup.ts';
import { dataPaths } from '../data-folder/paths.ts';
import { readRecords } from './record.ts';
import { configOf, withRegistering } from './folder.fixture.ts';
import { maiStays, otherStays, registerGuests, shownStays } from './guests.fixture.ts';

const root = tempFolder(afterAll);
const filled = join(root, 'filled');
const program = fileURLToPath(new URL('./erase-until-killed.fixture.ts', import.meta.url));

beforeAll(async () => {
  await withRegistering(configOf(join(filled, 'data')), registerGuests);
  const log = createEmbeddedLog({ path: join(filled, 'data', 'log') });
  await backupFolder({ log, paths: dataPaths(join(filled, 'data')), masterKey: findSecretFile(join(filled, 'data', 'master.key')) as Buffer, now: Date.now }, join(filled, 'backup'));
  await log.close();
});

/** Runs the erasure in a process of its own on a copy; it kills itself at a step (0 = never). */
const eraseUntil = async (name: string, step: number): Promise<{ folder: string; steps: string[]; code: number | null }> => {
  const folder = join(root, name);
  cpSync(filled, folder, { recursive: true });
  const child = spawned(process.execPath, [...programArguments(program), join(folder, 'data'), join(folder, 'backup'), String(step)]);
  const code = await child.ended;
  return { folder, code, steps: child.output().split('\n').filter(Boolean) };
};

const erasuresIn = async (data: string): Promise<Set<string>> => {
  const log = createEmbeddedLog({ path: join(data, 'log') });
  const records = await log.read({ topic: topics.security, partition: 0, from: 0n, limit: 10_000 });
  await log.close();
  const events = records.flatMap(({ value }) => {
    const parsed = parseEvent(value);
    return parsed.ok && parsed.event.type === 'vn.da06.identity.erased.v1' ? [parsed.event] : [];
  });
  return new Set(events.map(({ id }) => id));
};

it('an erasure that is killed at any step is finished by the next start, as if it had not been', async () => {
  const whole = await eraseUntil('whole', 0);
  expect(whole.code).toBe(0);
  expect(whole.steps.filter((step, place) => whole.steps.indexOf(step) === place)).toEqual(['next key', 'pending', 'backup', 'chunks', 'events', 'record', 'old key destroyed', 'end']);
  const last = whole.steps.length;
  expect(last).toBeGreaterThan(9);
  for (let step = 1; step < last; step += 1) {
    const { folder, code, steps } = await eraseUntil(`killed-${step}`, step);
    expect([code, steps]).toEqual([null, whole.steps.slice(0, step)]);
    const data = join(folder, 'data');
    const shown = await withRegistering(configOf(data), (registering) => shownStays(registering, [...maiStays, ...otherStays]));
    // Killed before anything was begun, nothing is erased; from then on everything is.
    const begun = steps.includes('pending');
    for (const ref of maiStays) expect([step, ref, shown[ref]?.identity]).toEqual([step, ref, begun ? 'erased' : 'shown']);
    for (const ref of otherStays) expect([step, ref, shown[ref]?.identity]).toEqual([step, ref, 'shown']);
    expect(readdirSync(data).filter((name) => /next|pending|master/.test(name))).toEqual(['master.key']);
    expect((await erasuresIn(data)).size).toBe(begun ? 1 : 0);
    expect(existsSync(join(data, 'erasures.jsonl')) ? readRecords(join(data, 'erasures.jsonl')).length : 0).toBe(begun ? 1 : 0);
    const masterKey = findSecretFile(join(data, 'master.key')) as Buffer;
    expect(readFileSync(join(data, 'master.key'), 'utf8') === readFileSync(join(filled, 'data', 'master.key'), 'utf8')).toBe(!begun);
    await checkBackup(join(folder, 'backup'), fingerprintOf(masterKey));
  }
}, 240_000);
