import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCluster } from '../harness/cluster.ts';
import type { RunningService } from '../harness/cluster.ts';
import { facility, facilityId, ndjson } from '../harness/stays.ts';
import { eventually, sleep } from '../harness/temp.ts';

export type KafkaRound = {
  readonly kafkaVersion: string;
  readonly kills: number;
  readonly brokerRestarts: number;
  readonly receipts: number;
  readonly lost: number;
  readonly twice: number;
  readonly verifyCode: number | null;
  readonly stays: number;
  readonly arrivals: number;
  /** A rebuild beside the live tables gives the same content of every view, guest-nights too. */
  readonly rebuiltEqual: boolean;
  readonly importCode: number | null;
  readonly seconds: number;
  readonly plantedLossCode: number | null;
};

export type KafkaRoundOptions = {
  readonly stays: number;
  readonly batch: number;
  /** How often each of registration and the projectors is killed. */
  readonly killsOfEach: number;
  readonly brokerRestarts: number;
  readonly random: () => number;
  readonly say: (text: string) => void;
};

type Fault = { readonly at: number; readonly name: string; readonly happen: () => Promise<void> };

const acceptedIn = (file: string): number =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').reduce((sum, line) => sum + Number(/"accepted":(\d+)/.exec(line)?.[1] ?? 0), 0) : 0;

/**
 * One import over registration and two projectors as processes, on a real Kafka: each is killed at random points, the broker too, one
 * projector joins and one leaves while records come in. Then every receipt that the sender kept is looked for.
 */
export const kafkaRound = async ({ stays, batch, killsOfEach, brokerRestarts, random, say }: KafkaRoundOptions): Promise<KafkaRound> => {
  const cluster = await startCluster('kafka');
  try {
    const file = join(cluster.folder, 'stays.ndjson');
    const receipts = join(cluster.folder, 'receipts.jsonl');
    writeFileSync(file, ndjson(stays, { now: Date.now(), prefix: 'KAFKA' }));
    const running = { registration: await cluster.serve('registration'), first: await cluster.serve('projector'), second: await cluster.serve('projector') };
    const made = await cluster.call(running.registration, 'POST', '/v1/facilities', facility);
    if (made.status !== 201) throw new Error(`the facility: ${made.status} ${await made.text()}`);

    let kills = 0;
    const killAndStart = (name: keyof typeof running, service: 'registration' | 'projector') => async (): Promise<void> => {
      await running[name].kill();
      kills += 1;
      running[name] = await cluster.serve(service);
    };
    let third: RunningService | undefined;
    const faults: Fault[] = [
      ...(['registration', 'first', 'second'] as const).flatMap((name) =>
        Array.from({ length: killsOfEach }, (_, n) => ({
          at: spread(n, killsOfEach, random, stays), name: `SIGKILL of ${name}`, happen: killAndStart(name, name === 'registration' ? 'registration' : 'projector'),
        })),
      ),
      ...Array.from({ length: brokerRestarts }, (_, n) => ({ at: spread(n, brokerRestarts, random, stays), name: 'SIGKILL of the broker', happen: cluster.restartBroker })),
      { at: stays * 0.3, name: 'a third projector joins', happen: async () => void (third = await cluster.serve('projector')) },
      { at: stays * 0.7, name: 'the third projector leaves', happen: async () => void (await third?.stop()) },
    ].sort((a, b) => a.at - b.at);

    const started = performance.now();
    const importing = cluster.startCommand('import', file, '--facility', facilityId, '--receipts', receipts, '--batch', String(batch));
    for (const fault of faults) {
      await eventually(`${fault.at} accepted records`, 300_000, () => (acceptedIn(receipts) >= fault.at ? true : undefined));
      await sleep(random() * 50);
      say(`${acceptedIn(receipts)} accepted: ${fault.name} (drawn: ${Math.round(fault.at)})`);
      await fault.happen();
    }
    const imported = await importing.done;
    if (imported.code !== 0) say(`the import ended with ${imported.code}: ${imported.stderr.slice(-500)}`);
    const verified = await cluster.command('verify', '--receipts', receipts, '--wait', '180');
    const verification = JSON.parse(verified.stdout) as { receipts: number; missing: number; twice: number };
    const [sums] = await cluster.sql<{ stays: string; arrivals: string }>(
      `SELECT toString(uniqExact(facility_id, ref)) AS stays,
         toString((SELECT sum(arrivals) FROM (SELECT toDate(arrived_at) AS day, count() AS arrivals FROM stays GROUP BY day))) AS arrivals FROM stays`,
    );
    const rebuilt = await cluster.command('rebuild');
    if (rebuilt.code !== 0) say(`rebuild ended with ${rebuilt.code}: ${rebuilt.stdout.slice(-500)} ${rebuilt.stderr.slice(-500)}`);
    const plantedLossCode = await plantLoss(receipts, (with_) => cluster.command('verify', '--receipts', with_, '--wait', '0'));
    return {
      kafkaVersion: cluster.kafkaVersion, kills, brokerRestarts, importCode: imported.code, verifyCode: verified.code, plantedLossCode,
      receipts: verification.receipts, lost: verification.missing, twice: verification.twice,
      stays: Number(sums?.stays), arrivals: Number(sums?.arrivals), rebuiltEqual: rebuilt.code === 0,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await cluster.close();
  }
};

/** A random point in the n-th of so many equal parts of the import, so that faults come all along it. */
const spread = (n: number, parts: number, random: () => number, stays: number): number => ((n + random()) / parts) * stays * 0.95;

/** A receipt of an event that never was: verify must see that it is missing. */
const plantLoss = async (receipts: string, verify: (file: string) => Promise<{ code: number | null }>): Promise<number | null> => {
  const planted = `${receipts}.planted`;
  writeFileSync(planted, `${readFileSync(receipts, 'utf8')}${JSON.stringify({ items: [{ ref: 'never', status: 'accepted', eventId: '01900000-0000-7000-8000-000000000000' }] })}\n`);
  return (await verify(planted)).code;
};
