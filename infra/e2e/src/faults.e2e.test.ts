import { createEmbeddedLog } from '@da06/event-log';
import { deadLetterTopic, topics } from '@da06/events';
import { eventBuilders, recordOf } from '@da06/testkit';
import { createOrLoadKeyFiles, createVault } from '@da06/vault';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { da06, startHost } from './harness/host.ts';
import { residentMemory } from './harness/memory.ts';
import { facility, facilityId, stayOf, vietnamTime } from './harness/stays.ts';
import { eventually, tempFolder } from './harness/temp.ts';
import { killRound } from './proof/kill.ts';
import { rebuildRound } from './proof/rebuild.ts';
import { restoreRound } from './proof/restore.ts';
import { signalsEmbedded } from './proof/signals-embedded.ts';

describe('a host that is killed, copied or rebuilt', () => {
  it('loses nothing accepted and counts nothing twice after SIGKILL, and verify finds what was planted', async () => {
    const round = await killRound({ round: 0, stays: 20_000, batch: 500, random: Math.random, plants: true, say: (text) => void process.stderr.write(`${text}\n`) });
    expect(round).toMatchObject({ lost: 0, twice: 0, verifyCode: 0, stays: 20_000, arrivals: 20_000, plantedLossCode: 1, plantedDoubleCode: 1 });
    expect(round.acceptedAtKill).toBeGreaterThan(0);
  });

  it('raises no alert twice and misses none, killed while people come who are watched for', async () => {
    const round = await signalsEmbedded({ kills: 2, random: Math.random, say: () => {} });
    expect(round).toMatchObject({ kills: 2, missed: 0, untrue: 0, twice: 0, rowsApart: 0 });
    expect(round.pairs).toBeGreaterThan(0);
  });

  it('gives the same tables again when rebuilt live, and no query fails meanwhile', async () => {
    const round = await rebuildRound({ stays: 5_000, appendMeanwhile: true, memoryOf: residentMemory });
    expect(round).toMatchObject({ code: 0, equal: true, failedQueries: 0, wrongAnswers: 0, verifyCode: 0 });
    expect(round.queries).toBeGreaterThan(10);
  });

  it('restores a backup into an empty folder with everything in it', async () => {
    expect(await restoreRound({ stays: 2_000 })).toEqual({ backupCode: 0, restoreCode: 0, receiptsCode: 0, logCode: 0, equalRows: true, refusedFull: 2, refusedWithoutKey: true, identityReadable: true, receiptCode: 0 });
  });
});

describe('late registrations and dead letters', () => {
  it('takes a late registration, flags it and shows it in feed_health', async () => {
    const folder = tempFolder('late');
    onTestFinished(folder.remove);
    const host = await startHost(join(folder.path, 'data'));
    onTestFinished(async () => void (await host.stop()));
    await host.call('POST', '/v1/facilities', facility);
    const late = { ...stayOf(1, { now: Date.now() }), ref: 'LATE-1', arrival: vietnamTime(Date.now() - 4 * 86_400_000), expectedDeparture: vietnamTime(Date.now() + 86_400_000) };
    const answer = await host.call('PUT', `/v1/facilities/${facilityId}/stays/LATE-1`, late);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ status: 'accepted', late: true });
    // The count of the request and the stay lie in two topics: either may be projected first.
    const [row] = await eventually('the late stay in feed_health', 120_000, async () => {
      const rows = await host.sql<{ late_share: number; received: string }>(`SELECT late_share, toString(received_7d) AS received FROM feed_health WHERE facility_id = '${facilityId}' AND received_7d > 0 AND late_share > 0`);
      return rows.length > 0 ? rows : undefined;
    });
    expect(row).toMatchObject({ late_share: 1, received: '1' });
  });

  it('lists a dead letter, redrives it, and an older revision in it does not override', async () => {
    const folder = tempFolder('dead');
    onTestFinished(folder.remove);
    const data = join(folder.path, 'data');
    await (await startHost(data)).stop();
    const build = eventBuilders({ seed: 3 });
    const first = build.checkedIn({ ref: 'D-1', revision: 0 });
    const newer = build.corrected({ ref: 'D-1', revision: 1, groups: { reason: 'business' } });
    const log = createEmbeddedLog({ path: join(data, 'log') });
    const vault = createVault({ ...createOrLoadKeyFiles(data), store: log });
    const record = recordOf(first);
    const letter = build.deadLetterRecorded({ topic: topics.stays, key: record.key, size: record.value.length, causeCode: 'event.type-unknown', ...vault.sealSystem(record.value) });
    await log.commitUnit({ append: [recordOf(build.facilityRegistered()), recordOf(newer), { topic: deadLetterTopic(topics.stays), key: letter.data.id, value: Buffer.from(JSON.stringify(letter)) }] });
    await log.close();
    const host = await startHost(data);
    onTestFinished(async () => void (await host.stop()));
    const listed = await eventually('the dead letter', 120_000, async () => {
      const { stdout } = await da06(data, ['dead-letters', 'list']);
      return stdout === '' ? undefined : stdout;
    });
    expect(JSON.parse(listed)).toMatchObject({ id: letter.data.id, topic: topics.stays, causeCode: 'event.type-unknown' });
    expect(await host.sql('SELECT ref FROM stays')).toEqual([]);
    const redriven = await da06(data, ['dead-letters', 'redrive']);
    expect([redriven.code, JSON.parse(redriven.stdout)]).toEqual([0, { redriven: 1, remaining: 0 }]);
    expect(await host.sql('SELECT ref, reason FROM stays')).toEqual([{ ref: 'D-1', reason: 'business' }]);
  });
});
