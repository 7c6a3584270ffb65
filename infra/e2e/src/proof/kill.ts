import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { da06, startCommand, startHost } from '../harness/host.ts';
import { plant } from '../harness/planted.ts';
import { followReceipts } from '../harness/receipts.ts';
import { facility, facilityId, ndjson } from '../harness/stays.ts';
import { eventually, sleep, tempFolder } from '../harness/temp.ts';

export type KillRound = {
  readonly lost: number;
  readonly twice: number;
  /** Accepted records in answers when the host was killed. */
  readonly acceptedAtKill: number;
  readonly stays: number;
  readonly arrivals: number;
  readonly verifyCode: number | null;
  readonly plantedLossCode: number | null;
  readonly plantedDoubleCode: number | null;
};

type Answer = { items: { ref: string; status: string; eventId: string | null }[] };

const readAnswers = (file: string): Answer[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8').split('\n').flatMap((line) => {
        try {
          return line === '' ? [] : [JSON.parse(line) as Answer];
        } catch {
          return [];
        }
      })
    : [];

/**
 * One round: an import with receipts, SIGKILL of the host at a random point between the first and the last accepted record,
 * the host started again, the import sent again, `verify --receipts`. In every second round the import is killed too.
 */
export const killRound = async (options: { round: number; stays: number; batch: number; random: () => number; plants: boolean; say: (text: string) => void }): Promise<KillRound> => {
  const folder = tempFolder('kill');
  const data = join(folder.path, 'data');
  const file = join(folder.path, 'stays.ndjson');
  const receipts = join(folder.path, 'receipts.jsonl');
  writeFileSync(file, ndjson(options.stays, { now: Date.now(), prefix: `K${options.round}` }));
  const command = ['import', file, '--facility', facilityId, '--receipts', receipts, '--batch', String(options.batch)];
  try {
    const first = await startHost(data);
    await first.call('POST', '/v1/facilities', facility);
    const importing = startCommand(data, command);
    const killAfter = 1 + Math.floor(options.random() * (options.stays - options.batch));
    const accepted = followReceipts(receipts);
    const acceptedAtKill = await eventually('the point of the kill', 120_000, () => {
      const now = accepted();
      return now >= killAfter ? now : undefined;
    });
    await sleep(options.random() * 40);
    await first.kill();
    options.say(`round ${options.round}: killed at ${acceptedAtKill} of ${options.stays} accepted (drawn: after ${killAfter})`);
    if (options.round % 2 === 1) await importing.kill();
    const second = await startHost(data);
    await importing.done;
    const again = await da06(data, command);
    if (again.code !== 0) throw new Error(`the import sent again ended with ${again.code}: ${again.stderr.slice(-300)}`);
    const verified = await da06(data, ['verify', '--receipts', receipts, '--wait', '60']);
    const verification = JSON.parse(verified.stdout) as { missing: number; twice: number };
    const [sums] = await second.sql<{ stays: string; arrivals: string }>(
      "SELECT toString(uniqExact(facility_id, ref)) AS stays, toString((SELECT sum(arrivals) FROM (SELECT toDate(arrived_at) AS day, count() AS arrivals FROM stays GROUP BY day))) AS arrivals FROM stays",
    );
    await second.stop();
    const planted: { loss: number | null; double: number | null } = options.plants ? await plantAndVerify(data, receipts, folder.path) : { loss: 1, double: 1 };
    if (planted.loss !== 1 || planted.double !== 1) options.say(`round ${options.round}: verify ended with ${planted.loss} after a planted loss, ${planted.double} after a planted double`);
    return {
      lost: verification.missing, twice: verification.twice, acceptedAtKill,
      stays: Number(sums?.stays), arrivals: Number(sums?.arrivals),
      verifyCode: verified.code, plantedLossCode: planted.loss, plantedDoubleCode: planted.double,
    };
  } finally {
    folder.remove();
  }
};

/** Spoils the tables, then the receipts, each way on purpose: verify must end with 1 each time. Gives the first code that is not 1. */
const plantAndVerify = async (data: string, receipts: string, folder: string): Promise<{ loss: number | null; double: number | null }> => {
  const firstNot1 = (codes: (number | null)[]): number | null => codes.find((code) => code !== 1) ?? 1;
  const verify = async (file: string): Promise<number | null> => (await da06(data, ['verify', '--receipts', file])).code;
  const changed = (name: string, change: (answers: Answer[]) => void): string => {
    const copy = join(folder, name);
    copyFileSync(receipts, copy);
    const answers = readAnswers(copy);
    change(answers);
    writeFileSync(copy, answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
    return copy;
  };
  const lostReceipt = changed('lost.jsonl', ([answer]) => answer?.items.push({ ref: 'never', status: 'accepted', eventId: '01900000-0000-7000-8000-000000000000' }));
  const doubleReceipt = changed('double.jsonl', ([answer]) => {
    const [one, two] = answer?.items ?? [];
    if (one !== undefined && two !== undefined) answer?.items.push({ ...one, status: 'accepted', eventId: two.eventId });
  });
  const byReceipts = { loss: await verify(lostReceipt), double: await verify(doubleReceipt) };
  await plant(data, 'double');
  const double = firstNot1([byReceipts.double, await verify(receipts)]);
  await plant(data, 'loss');
  const loss = firstNot1([byReceipts.loss, await verify(receipts)]);
  return { loss, double };
};
