import { createEmbeddedLog } from '@da06/event-log';
import { join } from 'node:path';
import { startHost } from '../harness/host.ts';
import { startProgram } from '../harness/process.ts';
import { facility } from '../harness/stays.ts';
import { sleep, tempFolder } from '../harness/temp.ts';
import { rowsApart } from './signals-round.ts';
import type { SignalsRound, SignalsRoundOptions } from './signals-round.ts';
import { sendWatched } from './send-watched.ts';
import { judge, readToldAlerts } from './told-alerts.ts';

/** A host is killed by SIGKILL again and again while people come who are watched for; some of its starts are killed before it has caught up. Then every match has been told, once. */
export const signalsEmbedded = async ({ kills, random, say }: SignalsRoundOptions): Promise<SignalsRound> => {
  const folder = tempFolder('signals-kill');
  const data = join(folder.path, 'data');
  let early = 0;
  try {
    let host = await startHost(data);
    await host.call('POST', '/v1/facilities', facility);
    const sending = sendWatched(() => ({ toStays: host.call, toSignals: host.call }), random);
    for (let kill = 0; kill < kills; ) {
      await sleep(random() * 1_500);
      await host.kill();
      kill += 1;
      while (kill < kills && random() < 0.3) {
        const starting = startProgram('services/da06/src/main.ts', ['start'], { DA06_DATA: data, PORT: '0', DA06_CLICKHOUSE_PORT: '0', DA06_DEMO: '0' });
        await sleep(500 + random() * 3_000);
        await starting.kill();
        kill += 1;
        early += 1;
      }
      host = await startHost(data);
      if (kill % 10 === 0) say(`embedded: ${String(kill)} kills`);
    }
    const { expected, ...sent } = await sending.end();
    const apart = await rowsApart(host.sql, expected.size);
    await host.stop();
    const log = createEmbeddedLog({ path: join(data, 'log') });
    const told = await readToldAlerts(log);
    await log.close();
    return { ...judge(expected, told), ...sent, kills, early, pairs: expected.size, rowsApart: apart };
  } finally {
    folder.remove();
  }
};
