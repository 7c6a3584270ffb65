import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCluster } from '../harness/cluster.ts';
import type { RunningService } from '../harness/cluster.ts';
import { followReceipts } from '../harness/receipts.ts';
import { facility, facilityId, ndjson } from '../harness/stays.ts';
import { eventually, sleep } from '../harness/temp.ts';

export type KafkaRound = {
  readonly kafkaVersion: string;
  readonly kills: number;
  /** Of these, while records were still coming in. */
  readonly killsMeanwhile: number;
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

/** Faults of one process, one after the other; those of different processes do not wait for each other. */
type Chain = { readonly name: string; readonly at: readonly number[]; readonly happen: (n: number) => Promise<void> };

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
    let killsMeanwhile = 0;
    const accepted = followReceipts(receipts);
    const killAndStart = (name: keyof typeof running, service: 'registration' | 'projector') => async (): Promise<void> => {
      await running[name].kill();
      kills += 1;
      if (accepted() < stays) killsMeanwhile += 1;
      running[name] = await cluster.serve(service);
    };
    let third: RunningService | undefined;
    const chains: Chain[] = [
      ...(['registration', 'first', 'second'] as const).map((name) => ({ name: `SIGKILL of ${name}`, at: spread(killsOfEach, random, stays), happen: killAndStart(name, name === 'registration' ? 'registration' : 'projector') })),
      { name: 'SIGKILL of the broker', at: spread(brokerRestarts, random, stays), happen: cluster.restartBroker },
      { name: 'a third projector joins, then leaves', at: [stays * 0.3, stays * 0.7], happen: async (n) => void (n === 0 ? (third = await cluster.serve('projector')) : await third?.stop()) },
    ];

    const started = performance.now();
    const importing = cluster.startCommand('import', file, '--facility', facilityId, '--receipts', receipts, '--batch', String(batch));
    const run = async ({ name, at, happen }: Chain): Promise<void> => {
      for (const [n, drawn] of at.entries()) {
        await eventually(`${drawn} accepted records`, 600_000, () => (accepted() >= drawn ? true : undefined));
        await sleep(random() * 50);
        say(`${accepted()} accepted: ${name} (drawn: ${Math.round(drawn)})`);
        await happen(n);
      }
    };
    await Promise.all(chains.map(run));
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
      kafkaVersion: cluster.kafkaVersion, kills, killsMeanwhile, brokerRestarts, importCode: imported.code, verifyCode: verified.code, plantedLossCode,
      receipts: verification.receipts, lost: verification.missing, twice: verification.twice,
      stays: Number(sums?.stays), arrivals: Number(sums?.arrivals), rebuiltEqual: rebuilt.code === 0,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await cluster.close();
  }
};

/** A random point in each of so many equal parts of the import, so that faults come all along it. */
const spread = (parts: number, random: () => number, stays: number): number[] => Array.from({ length: parts }, (_, n) => ((n + random()) / parts) * stays * 0.9);

/** A receipt of an event that never was: verify must see that it is missing. */
const plantLoss = async (receipts: string, verify: (file: string) => Promise<{ code: number | null }>): Promise<number | null> => {
  const planted = `${receipts}.planted`;
  writeFileSync(planted, `${readFileSync(receipts, 'utf8')}${JSON.stringify({ items: [{ ref: 'never', status: 'accepted', eventId: '01900000-0000-7000-8000-000000000000' }] })}\n`);
  return (await verify(planted)).code;
};
