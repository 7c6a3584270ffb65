import { createLogger } from '@da06/service-kit';
import { eventBuilders, recordOf, tempFolder } from '@da06/testkit';
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreFolder } from '../backup/restore.ts';
import { readConfig } from '../config.ts';
import { findHolder } from '../data-folder/lock.ts';
import { openFolder } from '../host/open-folder.ts';
import type { OpenFolder } from '../host/open-folder.ts';
import { localOperations, waitForProjection } from './local.ts';

const logger = createLogger({ name: 'test', level: 'error' });
const root = tempFolder(afterAll);
const configOf = (name: string) => readConfig({ DA06_DATA: join(root, name) }, root);
const build = eventBuilders({ seed: 7 });
const stays = Array.from({ length: 40 }, () => build.checkedIn());
const poison = { topic: 'da06.residence-registration', key: 'x', value: Buffer.from('{"type":') };

let folder: OpenFolder;
beforeAll(async () => {
  folder = await openFolder(configOf('data'), { logger });
  await folder.log.commitUnit({ append: [recordOf(build.facilityRegistered()), ...stays.map(recordOf), poison] });
});
afterAll(() => folder.close());

const claimsOf = (ids: readonly string[]) => ({ accepted: ids.map((eventId, n) => ({ facility: 'ks-test-01', ref: `R${n}`, eventId, status: 'accepted' })), rejected: 0 });

describe('operations on a folder of one’s own', () => {
  it('finds every accepted event once the projection has caught up', async () => {
    expect(await localOperations(folder).verify(claimsOf(stays.map(({ id }) => id)), 30_000)).toEqual({ receipts: 40, found: 40, missing: 0, twice: 0, rejected: 0 });
  });

  it('finds an event that no table has', async () => {
    expect(await localOperations(folder).verify(claimsOf([randomUUID()]), 0)).toMatchObject({ found: 0, missing: 1 });
  });

  it('compares the log with the tables and counts a dead letter as rejected, not as lost', async () => {
    expect(await localOperations(folder).verify(undefined, 30_000)).toMatchObject({ missing: 0, twice: 0, rejected: 1 });
    expect(await localOperations(folder).listDeadLetters()).toMatchObject([{ topic: 'da06.residence-registration', causeCode: 'event.unreadable' }]);
  });

  it('keeps a dead letter that still cannot be read', async () => {
    expect(await localOperations(folder).redrive(undefined)).toEqual({ redriven: 0, remaining: 1 });
  });

  it('rebuilds every view with the same content', async () => {
    const outcome = await localOperations(folder).rebuild(() => {});
    expect(outcome.views.filter(({ equal }) => !equal)).toEqual([]);
    expect(outcome.equal).toBe(true);
  });

  it('holds the folder against other processes', () => {
    expect(findHolder(folder.paths.lock)?.pid).toBe(process.pid);
  });

  it('restores a backup into an empty folder, and refuses one that was changed or is in the way', async () => {
    const backup = join(root, 'backup');
    const outcome = await localOperations(folder).backup(backup);
    expect(outcome.events).toBeGreaterThan(40);
    const restoreAs = (name: string) => restoreFolder(backup, join(root, name), { source: configOf(name).masterKey, masterKeyFile: folder.paths.masterKey });
    expect(await restoreAs('restored')).toMatchObject({ events: outcome.events, masterKey: outcome.masterKey });
    await expect(restoreAs('restored')).rejects.toMatchObject({ exitCode: 2 });
    appendFileSync(join(backup, 'admin.key'), 'x');
    await expect(restoreAs('other')).rejects.toMatchObject({ code: 'backup.invalid' });
    await expect(localOperations(folder).backup(backup)).rejects.toMatchObject({ code: 'file.unreadable' });
  });

  it('projects the log anew when the tables are gone', async () => {
    await folder.close();
    folder = await openFolder(configOf('restored'), { logger });
    await waitForProjection(() => folder.projector.lag(), 30_000);
    expect(await localOperations(folder).verify(claimsOf(stays.map(({ id }) => id)), 0)).toMatchObject({ found: 40, missing: 0, twice: 0 });
  });
});
