import { AppError } from '@da06/errors';
import { problem, problemOf } from '@da06/service-kit';
import { listen } from '@da06/service-kit';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { EraseOutcome, EraseRequest } from '../erase/request.ts';
import type { HostOperations, RebuildOutcome } from '../operations/operations.ts';
import { remoteOperations } from '../operations/remote.ts';
import { createHostRoutes } from './routes.ts';

const outcome: RebuildOutcome = { events: 3, seconds: 1, equal: true, views: [] };
const erased: EraseOutcome = { what: 'none', dryRun: false, persons: 0, stays: 0, registerRecords: 0, trips: 0, keys: 0, sharedWith: 0, masterKey: { from: 'a', to: 'b' }, external: false, backups: [], records: [] };
const operations: HostOperations = {
  sql: (sql, format) => Promise.resolve(Buffer.from(`${format}:${sql}`)),
  verify: (claims) => Promise.resolve({ receipts: claims?.accepted.length ?? -1, found: 0, missing: 0, twice: 0, rejected: claims?.rejected ?? 0 }),
  rebuild: (onProgress) => {
    onProgress(1, 3);
    onProgress(3, 3);
    return Promise.resolve(outcome);
  },
  listDeadLetters: () => Promise.resolve([]),
  redrive: () => Promise.reject(new TypeError('a secret')),
  backup: (folder) => Promise.resolve({ folder, bytes: 1, events: 2, seconds: 3, masterKey: 'f' }),
  removeDemonstration: () => Promise.reject(new Error('not asked')),
  erase: (request, onProgress, actor) => {
    onProgress(1, 2, 'reading');
    onProgress(2, 2, 'rewrapping');
    if (request.backups.length > 0) return Promise.reject(new AppError('backup.invalid', { detail: actor }));
    return Promise.resolve(erased);
  },
};

const serve = async () => {
  const routes = createHostRoutes({
    operations,
    actorOf: () => 'admin:me',
    report: () => {},
    authorise: (request, roles) => {
      const role = request.headers.get('authorization')?.slice('Bearer '.length);
      if (role === undefined) return problem('request.unauthorized');
      return roles.includes(role) ? undefined : problem('request.forbidden');
    },
  });
  routes.onError((error) => problemOf(error, { newId: () => 'id', report: () => {} }));
  const server = await listen({ fetch: (request) => routes.fetch(request), hostname: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  return server.url;
};

describe('the host’s routes, spoken to by the commands', () => {
  it('carry every operation there and back', async () => {
    const remote = remoteOperations({ url: await serve(), key: 'admin' });
    const seen: number[] = [];
    expect(Buffer.from(await remote.sql('SELECT 1', 'CSV')).toString()).toBe('CSV:SELECT 1');
    expect(await remote.verify({ accepted: [{ facility: 'f', ref: 'r', eventId: 'e', status: 'accepted' }], rejected: 4 }, 0)).toMatchObject({ receipts: 1, rejected: 4 });
    expect(await remote.verify(undefined, 0)).toMatchObject({ receipts: -1 });
    expect(await remote.rebuild((done) => seen.push(done))).toEqual(outcome);
    expect(seen).toEqual([1, 3]);
    expect(await remote.backup('/tmp/x')).toMatchObject({ folder: '/tmp/x' });
  });

  it('carry an erasure with its progress, and the code of what it ended with', async () => {
    const remote = remoteOperations({ url: await serve(), key: 'admin' });
    const seen: unknown[] = [];
    const request: EraseRequest = { erasure: { what: 'none' }, dryRun: false, backups: [], newMasterKeyFile: null };
    expect(await remote.erase(request, (...progress) => seen.push(progress), '')).toEqual(erased);
    expect(seen).toEqual([[1, 2, 'reading'], [2, 2, 'rewrapping']]);
    await expect(remote.erase({ ...request, backups: ['/b'] }, () => {}, '')).rejects.toMatchObject({ code: 'backup.invalid', detail: 'admin:me' });
    await expect(remote.erase({ ...request, backups: ['b'] }, () => {}, '')).rejects.toMatchObject({ exitCode: 2 });
  });

  it('let analysts query and administrators alone operate', async () => {
    const url = await serve();
    const post = async (path: string, role?: string) => (await fetch(url + path, { method: 'POST', body: '{}', ...(role !== undefined && { headers: { authorization: `Bearer ${role}` } }) })).status;
    expect(await post('/v1/sql', 'analyst')).toBe(200);
    expect(await post('/v1/sql', 'feed')).toBe(403);
    expect(await post('/v1/admin/backup', 'analyst')).toBe(403);
    expect(await post('/v1/admin/erase', 'standing')).toBe(403);
    expect(await post('/v1/admin/backup')).toBe(401);
  });

  it('refuse a body that is not what they ask for', async () => {
    const url = await serve();
    const answer = await fetch(`${url}/v1/admin/backup`, { method: 'POST', headers: { authorization: 'Bearer admin' }, body: '{"folder":"relative"}' });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'request.invalid']);
  });

  it('end a command with 3 when the host fails, without its message', async () => {
    const remote = remoteOperations({ url: await serve(), key: 'admin' });
    await expect(remote.redrive(undefined)).rejects.toMatchObject({ exitCode: 3, message: expect.not.stringContaining('secret') as string });
  });
});
