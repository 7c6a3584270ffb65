import { createKafkaLog } from '@da06/event-log';
import { createLogger } from '@da06/service-kit';
import { startCluster } from '../harness/cluster.ts';
import type { RunningService } from '../harness/cluster.ts';
import { facility } from '../harness/stays.ts';
import { eventually, sleep } from '../harness/temp.ts';
import { rowsApart } from './signals-round.ts';
import type { SignalsRound, SignalsRoundOptions } from './signals-round.ts';
import { sendWatched } from './send-watched.ts';
import { judge, readToldAlerts } from './told-alerts.ts';

/** Longer than the group needs to see that a member is gone. */
const takeOverMs = 120_000;

const isReady = async ({ url }: RunningService): Promise<boolean> => (await fetch(`${url}/readyz`).catch(() => undefined))?.ok === true;

/**
 * Of two processes on a real Kafka the one that matches is killed by SIGKILL again and again while people come who are watched for, and now and then the other with it; another takes over.
 * Then every match has been told, once.
 */
export const signalsKafka = async ({ kills, random, say }: SignalsRoundOptions): Promise<SignalsRound> => {
  const cluster = await startCluster('signals');
  try {
    const registration = await cluster.serve('registration');
    const made = await cluster.call(registration, 'POST', '/v1/facilities', facility);
    if (made.status !== 201) throw new Error(`the facility: ${String(made.status)} ${await made.text()}`);
    const members = [await cluster.serve('signals'), await cluster.serve('signals')];
    const toSignals = async (method: string, path: string, body: unknown): Promise<Response> => {
      let last: Response | undefined;
      for (const member of members) {
        const answer = await cluster.call(member, method, path, body).catch(() => undefined);
        if (answer !== undefined && answer.status < 500) return answer;
        last = answer ?? last;
      }
      if (last === undefined) throw new Error('nobody answers');
      return last;
    };
    const matching = (): Promise<number> =>
      eventually('one that matches', takeOverMs, async () => {
        for (const [place, member] of members.entries()) if (await isReady(member)) return place;
        return undefined;
      });
    const killAndStart = async (place: number): Promise<void> => {
      await members[place]?.kill();
      members[place] = await cluster.serve('signals');
    };
    await matching();
    const sending = sendWatched(() => ({ toStays: (method, path, body) => cluster.call(registration, method, path, body), toSignals }), random);
    let early = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const place = await matching();
      await sleep(random() * 1_000);
      await killAndStart(place);
      if (kill + 1 < kills && random() < 0.2) {
        // The other, on its way to take over.
        await sleep(random() * 12_000);
        if (!(await isReady(members[1 - place] as RunningService))) early += 1;
        await killAndStart(1 - place);
        kill += 1;
      }
      if (kill % 5 === 0) say(`Kafka: ${String(kill + 1)} kills`);
    }
    await matching();
    const { expected, ...sent } = await sending.end();
    await cluster.serve('projector');
    const apart = await rowsApart(cluster.sql, expected.size);
    const log = await createKafkaLog({ connection: { brokers: cluster.brokers.split(',') }, topicPrefix: '', clientId: 'proof', cachePath: '', compacted: [], logger: createLogger({ name: 'proof', level: 'error' }) });
    try {
      return { ...judge(expected, await readToldAlerts(log)), ...sent, kills, early, pairs: expected.size, rowsApart: apart };
    } finally {
      await log.close();
    }
  } finally {
    await cluster.close();
  }
};
