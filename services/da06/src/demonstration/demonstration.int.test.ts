import { createLogger } from '@da06/service-kit';
import { tempFolder } from '@da06/testkit';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { createHost } from '../host/create-host.ts';
import type { Host } from '../host/create-host.ts';
import { localOperations } from '../operations/local.ts';
import type { DemonstrationNews } from './demonstration.ts';
import { finishRemoval, removeDemonstration } from './remove.ts';
import { findState, keepState } from './state.ts';

const root = tempFolder(afterAll);
const logger = createLogger({ name: 'test', level: 'silent' });
const small = { seed: 7, days: 3, rate: 0.2, residents: 200 };
type Running = { readonly host: Host; readonly url: string; readonly key: string; readonly news: DemonstrationNews[]; readonly loaded: () => Promise<unknown> };

const open = async (name: string, plan: typeof small | null = small): Promise<Running> => {
  const news: DemonstrationNews[] = [];
  const config = readConfig({ DA06_DATA: join(root, name), PORT: '0', DA06_CLICKHOUSE_PORT: '0' }, root);
  const host = await createHost(config, { logger, ...(plan !== null && { demonstration: { plan, tell: (one) => void news.push(one) } }) });
  const { url, adminKeyPath } = await host.start();
  return { host, url, key: readFileSync(adminKeyPath, 'utf8').trim(), news, loaded: () => expect.poll(() => news.map(({ what }) => what), { timeout: 60_000, interval: 50 }).toContain('registers') };
};
const call = (running: Running, method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(running.url + path, { method, headers: { authorization: `Bearer ${running.key}`, 'content-type': 'application/json' }, ...(body !== undefined && { body: JSON.stringify(body) }) });
const rows = async (running: Running, sql: string): Promise<unknown[]> => [...(await running.host.folder.warehouse.query(sql))];
const readiness = async (running: Running): Promise<unknown> => ((await (await fetch(`${running.url}/readyz`)).json()) as { demonstration: unknown }).demonstration;
/** What a demonstration has beside stays, registers and the programme. */
const besideStays = ['coach_trips', 'coach_daily', 'businesses', 'reader_coverage', 'inspections', 'outages'];
const own = { id: 'ks-that-01', kind: 'hotel', name: 'Khách sạn Thật', unit: 'W25357@2025', validFrom: '2026-01-01' };
const stay = (ref: string, number: string): Record<string, unknown> => ({
  ref, guest: { fullName: 'Trần Thị Mẫu', birthDate: '1990-05-15', sex: 'F', nationality: 'VNM', document: { kind: 'cccd', number } }, arrival: new Date(Date.now() - 3_600_000).toISOString(), room: '101', reason: 'tourism',
});
/** Every record of the log, as its place and bytes. */
const logOf = async ({ host: { folder: { log } } }: Running): Promise<Map<string, string>> => {
  const found = new Map<string, string>();
  for (const topic of ['da06.residence-registration', 'da06.registry', 'da06.security', 'da06.model-step', 'da06.report']) {
    for (const [partition, end] of (await log.ends(topic)).entries()) {
      for (const { offset, value } of await log.read({ topic, partition, from: 0n, limit: Number(end) + 1 })) found.set(`${topic} ${partition} ${offset}`, Buffer.from(value).toString());
    }
  }
  return found;
};

describe('the demonstration of a host', () => {
  it('is loaded into an empty folder as if it had come day by day, goes on after a stop, and goes without a trace of anything else', async () => {
    let running = await open('one');
    expect(await readiness(running)).toBe('loading');
    expect(await (await fetch(running.url)).text()).toContain('DỮ LIỆU MÔ PHỎNG');
    expect((await call(running, 'POST', '/v1/facilities', own)).status).toBe(201);
    const answers = [await (await call(running, 'PUT', '/v1/facilities/ks-that-01/stays/A-1', stay('A-1', '070190000123'))).json() as { eventId: string }];
    await running.loaded();
    expect(await readiness(running)).toBe('loaded');
    const loadedRecords = async (): Promise<unknown> => (await rows(running, "SELECT toUInt32(countIf(type = 'vn.da06.residence.registered.v1')) AS residences, toUInt32(countIf(type = 'vn.da06.worker.declared.v1')) AS workers FROM da06.events"))[0];
    const records = await loadedRecords() as { residences: number; workers: number };
    expect([records.residences > 200, records.workers > 100]).toEqual([true, true]);
    const [first] = await rows(running, "SELECT toUInt32(count()) AS stays, toUInt32(uniqExact(toDate(recorded_at))) AS days, max(recorded_at) <= now64(3) AS past FROM da06.stays WHERE startsWith(facility_id, 'demo-')") as { stays: number; days: number; past: number }[];
    expect(first?.stays).toBeGreaterThan(100);
    expect([(first?.days ?? 0) >= 3, Boolean(first?.past)]).toEqual([true, true]);
    for (const view of besideStays) expect([view, (await rows(running, `SELECT 1 FROM da06.${view} LIMIT 1`)).length]).toEqual([view, 1]);
    expect(await rows(running, "SELECT sum(inspections) > 0 AS inspected, sum(stays) > 100 AS told, max(with_account) AS known, sum(late) > 0 AS late FROM da06.compliance_daily WHERE place_kind = 'all' AND facility_kind = ''")).toEqual([{ inspected: 1, told: 1, known: 59, late: 1 }]);
    const saidBeside = async (): Promise<unknown> => rows(running, "SELECT toUInt32(countIf(type = 'vn.da06.coach-trip.reported.v1')) AS trips, toUInt32(countIf(type IN ('vn.da06.inspection.recorded.v1', 'vn.da06.outage.declared.v1', 'vn.da06.business.registered.v1'))) AS others FROM da06.events");
    const beside = await saidBeside();
    await running.host.stop();

    running = await open('one', { ...small, seed: 8 });
    await running.loaded();
    const again = await rows(running, "SELECT toUInt32(count()) AS stays FROM da06.stays WHERE startsWith(facility_id, 'demo-')") as { stays: number }[];
    expect(await loadedRecords()).toEqual(records);
    expect(await saidBeside()).toEqual(beside);
    // The seed that is kept counts, so nothing comes twice; what came due meanwhile is little.
    expect((again[0]?.stays ?? 0) - (first?.stays ?? 0)).toBeLessThan(5);
    answers.push(await (await call(running, 'PUT', '/v1/facilities/ks-that-01/stays/A-2', stay('A-2', '070190000124'))).json() as { eventId: string });
    await call(running, 'GET', '/v1/facilities/ks-that-01/stays/A-1');
    expect((await call(running, 'GET', '/v1/residents/demo-CT-0000001')).status).toBe(200);
    expect((await call(running, 'POST', '/v1/statistics/ethnicity', { asOf: new Date().toISOString().slice(0, 10) })).status).toBe(201);
    await expect.poll(() => running.host.folder.projector.lag(), { timeout: 60_000 }).toBe(0);

    const before = await logOf(running);
    const dry = await call(running, 'POST', '/v1/admin/demonstration/remove', { dryRun: true });
    const counted = JSON.parse((await dry.text()).trim().split('\n').at(-1) ?? '') as { result: { events: number; stays: number; records: number; readings: number; releases: number; programme: number } };
    expect(counted.result.programme).toBeGreaterThan(500);
    expect(counted.result.records).toBeGreaterThan(300);
    expect([counted.result.readings, counted.result.releases]).toEqual([1, 1]);
    expect(await logOf(running)).toEqual(before);
    const removal = await (await call(running, 'POST', '/v1/admin/demonstration/remove', { dryRun: false })).text();
    expect(JSON.parse(removal.trim().split('\n').at(-1) ?? '')).toMatchObject({ result: { ...counted.result, dryRun: false, seconds: expect.any(Number) as number } });
    const after = await logOf(running);
    expect([...after]).toEqual([...before].filter(([place]) => after.has(place)));
    expect(before.size - after.size).toBe(counted.result.events);
    expect([...after.values()].filter((text) => text.includes('"demo-') || text.includes('"simulated":true'))).toEqual([]);
    for (const view of ['stays', 'facilities', 'events', 'stay_nights', 'feed_health', 'feed_batches']) expect([view, await rows(running, `SELECT facility_id FROM da06.${view} WHERE startsWith(facility_id, 'demo-') LIMIT 1`)]).toEqual([view, []]);
    for (const view of besideStays) expect([view, await rows(running, `SELECT 1 FROM da06.${view} LIMIT 1`)]).toEqual([view, []]);
    expect(await rows(running, "SELECT 1 FROM da06.events WHERE startsWith(subject, 'residents/') OR startsWith(subject, 'workers/') LIMIT 1")).toEqual([]);
    expect(await rows(running, 'SELECT 1 FROM da06.released_statistics UNION ALL SELECT 1 FROM da06.register_batches')).toEqual([]);
    // The plan is real and stays; nothing of it has been done.
    expect(await rows(running, "SELECT toUInt32(count()) AS models, toUInt32(countIf(status IN ('in-progress', 'in-operation'))) AS begun, toUInt32((SELECT count() FROM da06.reports)) AS reports FROM da06.models")).toEqual([{ models: 43, begun: 0, reports: 0 }]);
    expect((await call(running, 'GET', '/v1/models/9')).headers.get('etag')).toBe('"1"');
    expect(await readiness(running)).toBe('off');
    expect(await (await fetch(running.url)).text()).not.toContain('DỮ LIỆU MÔ PHỎNG');
    const claims = { accepted: answers.map(({ eventId }, n) => ({ facility: own.id, ref: `A-${n + 1}`, eventId, status: 'accepted' })), rejected: 0 };
    expect(await localOperations(running.host.folder).verify(claims, 20_000)).toMatchObject({ found: 2, missing: 0, twice: 0 });
    expect(await localOperations(running.host.folder).verify(undefined, 20_000)).toMatchObject({ missing: 0, twice: 0 });
    // Known references are still known, and what comes is taken.
    expect(await (await call(running, 'PUT', '/v1/facilities/ks-that-01/stays/A-3', stay('A-3', '070190000125'))).json()).toMatchObject({ status: 'accepted' });
    const own1 = await (await call(running, 'GET', '/v1/facilities/ks-that-01/stays/A-1')).json() as { identity: string };
    expect(own1.identity).toBe('shown');
    await running.host.stop();

    running = await open('one');
    expect([await readiness(running), (await rows(running, "SELECT 1 FROM da06.facilities WHERE startsWith(facility_id, 'demo-')")).length]).toEqual(['off', 0]);
    expect((await localOperations(running.host.folder).rebuild(() => {})).equal).toBe(true);
    await running.host.stop();
  }, 120_000);

  it('does not come to a folder with data of its own, nor where none is wanted, and a file that cannot be read stops nothing', async () => {
    let running = await open('own', null);
    await call(running, 'POST', '/v1/facilities', own);
    await running.host.stop();
    running = await open('own');
    expect([await readiness(running), findState(join(root, 'own', 'demonstration.json'))]).toEqual(['off', undefined]);
    await running.host.stop();
    // A folder to which nothing came but a start is as empty as one that was never started.
    running = await open('started', null);
    await running.host.stop();
    running = await open('started');
    expect(await readiness(running)).toBe('loading');
    await running.host.stop();
    writeFileSync(join(root, 'own', 'demonstration.json'), 'not JSON');
    running = await open('own');
    expect(await readiness(running)).toBe('off');
    await running.host.stop();
  }, 60_000);

  it('a folder of before there were trips, inspections, outages and businesses gets them from its first day on, and no stay again', async () => {
    let running = await open('older');
    await running.loaded();
    const { path } = { path: running.host.folder.paths.demonstration };
    const batches = async (): Promise<Record<string, number>> => (await rows(running, "SELECT toUInt32(countIf(facility_id LIKE 'demo-xe-%')) AS coaches, toUInt32(countIf(facility_id NOT LIKE 'demo-xe-%')) AS houses FROM da06.feed_batches"))[0] as Record<string, number>;
    const trips = async (): Promise<unknown> => rows(running, 'SELECT toUInt32(count()) AS trips, toUInt32(uniqExact(facility_id, ref)) AS each FROM da06.coach_trips');
    const [sent, known] = [await batches(), await trips()];
    await running.host.stop();
    const { oversightUpTo, ...older } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    writeFileSync(path, JSON.stringify(older));
    running = await open('older');
    await running.loaded();
    const again = await batches();
    expect([(again['coaches'] ?? 0) >= 2 * (sent['coaches'] ?? 0), (again['houses'] ?? 0) - (sent['houses'] ?? 0) < 10, (sent['coaches'] ?? 0) > 5]).toEqual([true, true, true]);
    expect([await trips(), findState(path)?.oversightUpTo]).toEqual([known, oversightUpTo]);
    await running.host.stop();
  }, 120_000);

  it('a removal that was interrupted is finished by the next start', async () => {
    let running = await open('cut');
    await running.loaded();
    const { folder } = running.host;
    const path = folder.paths.demonstration;
    await expect(removeDemonstration({ folder, dryRun: false, alone: () => Promise.reject(new Error('killed')) })).rejects.toThrow('killed');
    expect(findState(path)?.state).toBe('removing');
    await running.host.stop();
    running = await open('cut');
    expect([findState(path)?.state, await readiness(running), (await rows(running, "SELECT 1 FROM da06.events WHERE type NOT IN ('vn.da06.model.scheduled.v1', 'vn.da06.reporter.assigned.v1', 'vn.da06.unit.published.v1', 'vn.da06.indicator.defined.v1', 'vn.da06.holiday.published.v1', 'vn.da06.alert-rule.published.v1')")).length]).toEqual(['removed', 'off', 0]);
    keepState(path, { ...(findState(path) as NonNullable<ReturnType<typeof findState>>), state: 'removing' });
    await finishRemoval(running.host.folder);
    expect(findState(path)?.state).toBe('removed');
    await running.host.stop();
  }, 60_000);
});
