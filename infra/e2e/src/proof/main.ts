import { createRandom } from '@da06/testkit';
import { figure, readArguments, runSections, writeJson } from '../harness/figures.ts';
import type { Section } from '../harness/figures.ts';
import { residentMemory } from '../harness/memory.ts';
import { badInputRound } from './bad-input.ts';
import { boardsRounds } from './boards.ts';
import { startNativeKafka } from '@da06/kafka';
import { dropRound } from './kafka-drop.ts';
import { kafkaOrderRound } from './kafka-order.ts';
import { kafkaRound } from './kafka.ts';
import { eraseRound } from './erase.ts';
import { killRound } from './kill.ts';
import { orderRound } from './order.ts';
import { privacyRound } from './privacy.ts';
import { programmeRound } from './programme.ts';
import { rebuildRound } from './rebuild.ts';
import { restoreRound } from './restore.ts';
import { rulesRound } from './rules.ts';
import { signalsEmbedded } from './signals-embedded.ts';
import { signalsKafka } from './signals-kafka.ts';
import { districts, truthRound } from './truth.ts';

/** `npm run proof [-- NAME…] [--json FILE] [--rounds N] [--bodies N] [--logs N] [--seed N] [--stays N] [--days N] [--rate N] [--copies N]`: the guarantees at full counts. */
const zero = (name: string, count: number) => figure(name, count, '0', count === 0);
const yes = (name: string, holds: boolean) => figure(name, holds ? 'yes' : 'no', 'yes', holds);

const sections: Record<string, Section> = {
  order: async function* (say) {
    const proof = await orderRound({ logs: option('logs', 200), eventsPerLog: 300, seed: option('seed', 1), onProgress: (done) => say(`${done} logs`) });
    for (const difference of proof.differences.slice(0, 20)) say(JSON.stringify(difference));
    const share = (part: number): number => (100 * part) / proof.events;
    yield figure('random logs of 300 events and more', proof.logs, '>= 200', proof.logs >= 200 && proof.events >= proof.logs * 300);
    yield figure('amendments, %', share(proof.counts.amendments), '>= 5', share(proof.counts.amendments) >= 5);
    yield figure('cancellations, %', share(proof.counts.cancellations), '>= 3', share(proof.counts.cancellations) >= 3);
    yield figure('check-outs and patches before their check-in, %', share(proof.counts.early), '>= 5', share(proof.counts.early) >= 5);
    yield figure('person links, %', share(proof.counts.links), '>= 2', share(proof.counts.links) >= 2);
    yield figure('facility changes', proof.counts.facilityChanges, '> 0', proof.counts.facilityChanges > 0);
    yield figure('events of the programme, %', share(proof.counts.programme), '>= 8', share(proof.counts.programme) >= 8);
    yield figure('records of residents and workers, %', share(proof.counts.population), '>= 8', share(proof.counts.population) >= 8);
    yield figure('coach trips, businesses, inspections and outages, %', share(proof.counts.compliance), '>= 3', share(proof.counts.compliance) >= 3);
    yield figure('incidents, %', share(proof.counts.incidents), '>= 3', share(proof.counts.incidents) >= 3);
    yield figure('entries of the watch-list and alerts, %', share(proof.counts.security), '>= 2', share(proof.counts.security) >= 2);
    yield figure(`rows compared, each way: ${proof.ways.join(', ')}`, proof.rows, '> 0', proof.rows > 0);
    yield zero('rows that differ', proof.differences.length);
  },
  kill: async function* (say) {
    const rounds = option('rounds', 50);
    const stays = option('stays', 20_000);
    const seed = option('seed', Date.now() % 1_000_000);
    say(`seed ${seed}`);
    const random = createRandom(seed).fraction;
    const sum = { lost: 0, twice: 0, unequal: 0, done: 0, unfound: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const result = await killRound({ round, stays, batch: 500, random, plants: round % 10 === 0, say });
      sum.done += 1;
      sum.lost += result.lost;
      sum.twice += result.twice;
      if (result.stays !== stays || result.arrivals !== stays || result.verifyCode !== 0) sum.unequal += 1;
      if (result.plantedLossCode !== 1 || result.plantedDoubleCode !== 1) sum.unfound += 1;
    }
    yield figure(`SIGKILL during an import of ${stays.toLocaleString('en')} stays, rounds`, sum.done, '>= 50', sum.done >= 50);
    yield zero('accepted and lost', sum.lost);
    yield zero('counted twice', sum.twice);
    yield zero('rounds where daily arrivals differ from the distinct references', sum.unequal);
    yield zero('planted losses and doubles that verify did not find', sum.unfound);
  },
  kafka: async function* (say) {
    const stays = option('stays', 200_000);
    const killsOfEach = option('rounds', 20);
    const seed = option('seed', Date.now() % 1_000_000);
    say(`seed ${seed}`);
    const result = await kafkaRound({ stays, batch: 200, killsOfEach, brokerRestarts: 2, random: createRandom(seed).fraction, say });
    yield figure('Kafka', result.kafkaVersion, '', undefined);
    yield figure(`${stays.toLocaleString('en')} stays; SIGKILLs of registration and two projectors`, result.kills, `>= ${3 * killsOfEach}`, result.kills >= 3 * killsOfEach);
    yield figure('of these while records came in', result.killsMeanwhile, `>= ${3 * killsOfEach}`, result.killsMeanwhile >= 3 * killsOfEach);
    yield figure('restarts of the broker', result.brokerRestarts, '>= 2', result.brokerRestarts >= 2);
    yield figure('receipts looked for', result.receipts, `>= ${stays}`, result.receipts >= stays && result.importCode === 0);
    yield zero('accepted and lost', result.lost);
    yield zero('counted twice', result.twice);
    yield yes('daily arrivals are the distinct references', result.stays === stays && result.arrivals === stays && result.verifyCode === 0);
    yield yes('a rebuild gives the same content, guest-nights too', result.rebuiltEqual);
    yield yes('a planted loss is found', result.plantedLossCode === 1);
    yield figure('time, s', Math.round(result.seconds), '', undefined);

    const dropped = await dropRound({ units: option('units', 200), random: createRandom(seed).fraction });
    yield figure('answers lost after the broker had stored the batch', dropped.dropped, '>= 100', dropped.dropped >= 100);
    yield figure('events acknowledged', dropped.acknowledged, '> 0', dropped.acknowledged > 0);
    yield zero('acknowledged and not in the log', dropped.lost);
    yield figure('in the log more than once, which no table shows', dropped.repeated, '', undefined);

    const broker = await startNativeKafka();
    try {
      const proof = await kafkaOrderRound(broker.brokers, { logs: option('logs', 200), eventsPerLog: 300, seed: option('seed', 1), onProgress: (done) => say(`${done} logs`) });
      for (const difference of proof.differences.slice(0, 20)) say(JSON.stringify(difference));
      yield figure('order proof by way of Kafka, stays in 12 partitions: logs', proof.logs, '>= 200', proof.logs >= 200);
      yield figure(`rows compared, each way: ${proof.ways.join(', ')}`, proof.rows, '> 0', proof.rows > 0);
      yield zero('rows that differ', proof.differences.length);
    } finally {
      await broker.stop();
    }
  },
  programme: async function* (say) {
    const rounds = option('rounds', 20);
    const seed = option('seed', Date.now() % 1_000_000);
    say(`seed ${seed}`);
    const random = createRandom(seed).fraction;
    const sum = { done: 0, acknowledged: 0, unanswered: 0, kept: 0, differing: 0, tables: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const result = await programmeRound({ random, say });
      sum.done += 1;
      sum.acknowledged += result.acknowledged;
      sum.unanswered += result.unanswered;
      sum.kept += result.keptUnanswered;
      sum.differing += result.differing;
      sum.tables += result.tableDiffers;
    }
    yield figure('SIGKILL amid commands of five officers, rounds', sum.done, '>= 20', sum.done >= 20);
    yield figure('commands acknowledged', sum.acknowledged, '> 0', sum.acknowledged > 0);
    yield figure('unanswered when it was killed, sent again', sum.unanswered, '', undefined);
    yield figure('of these kept before the kill, and not done twice', sum.kept, '', undefined);
    yield zero('models whose history is not what was commanded', sum.differing);
    yield zero('models whose table row is at another version', sum.tables);
  },
  rebuild: async function* () {
    const result = await rebuildRound({ stays: option('stays', 100_000), appendMeanwhile: true, memoryOf: residentMemory });
    yield yes('content hashes equal', result.equal && result.code === 0);
    yield figure('queries meanwhile', result.queries, '>= 100', result.queries >= 100);
    yield zero('queries that failed or saw fewer stays', result.failedQueries + result.wrongAnswers);
    yield yes('log against tables afterwards', result.verifyCode === 0);
    yield figure(`events rebuilt: ${result.events}, s`, result.seconds, `<= ${(30 * result.events) / 1_000_000} + 2`, result.seconds <= (30 * result.events) / 1_000_000 + 2);
  },
  'bad-input': async function* (say) {
    const result = await badInputRound(option('bodies', 5_000), option('seed', 1));
    for (const example of result.examples) say(example);
    yield figure('mutated bodies of every format', result.bodies, '>= 5,000', result.bodies >= 5_000);
    yield zero('answers 5xx', result.serverErrors);
    yield zero('no answer', result.noAnswer);
    yield zero('rejections without a pointer or a code', result.unnamed);
    yield figure('catch-all codes among faults, %', (100 * result.catchAll) / result.faults, '< 2', result.catchAll / result.faults < 0.02);
    yield zero('mutations that keep the meaning, rejected', result.keptRejected);
    yield figure('memory after the start, MiB', Math.round(result.memory.started), '', undefined);
    yield figure('memory idle after 400 good bodies, MiB', Math.round(result.memory.idle), '', undefined);
    yield figure('memory at its peak, MiB', Math.round(result.memory.peak), '<= idle + 150', result.memory.peak <= result.memory.idle + 150);
  },
  privacy: async function* (say) {
    const result = await privacyRound();
    for (const leak of result.leaks.slice(0, 30)) say(`${leak.value} as ${leak.form} in ${leak.where}`);
    yield zero('planted values found', result.leaks.length);
    yield yes('a value planted on purpose is found', result.control);
    yield figure('bytes scanned', result.bytesScanned, '> 0', result.bytesScanned > 0);
    yield figure('columns scanned as text', result.columnsScanned, '>= 50', result.columnsScanned >= 50);
    yield figure('log records scanned, also decoded', result.recordsScanned, '>= 30', result.recordsScanned >= 30);
    yield figure('records of residents and workers among them, of every format', result.registerRecords, '>= 30', result.registerRecords >= 30);
    yield figure('trips of coaches among them, of every format', result.trips, '>= 5', result.trips >= 5);
    yield figure('entries of the watch-list, alerts and what came of them among them', result.watched, '>= 8', result.watched >= 8);
  },
  signals: async function* (say) {
    const kills = option('rounds', 50);
    const seed = option('seed', Date.now() % 1_000_000);
    say(`seed ${seed}`);
    const random = createRandom(seed).fraction;
    for (const [place, round] of [['embedded', signalsEmbedded], ['Kafka, two processes', signalsKafka]] as const) {
      const result = await round({ kills, random, say });
      yield figure(`${place}: SIGKILL of the process that matches`, result.kills, '>= 50', result.kills >= 50);
      yield figure(`${place}: of these before it had looked at everything`, result.early, '', undefined);
      yield figure(`${place}: people watched for who came, half of them before the entry`, result.pairs, '>= 100', result.pairs >= 100);
      yield figure(`${place}: others; requests that had to be sent again: ${result.again}`, result.others, '', undefined);
      yield zero(`${place}: matches without an alert`, result.missed);
      yield zero(`${place}: alerts of no match`, result.untrue);
      yield zero(`${place}: alerts raised twice`, result.twice);
      yield figure(`${place}: in the log more than once, which no table shows`, result.repeated, '', undefined);
      yield zero(`${place}: rows of alerts, and of their events, beyond or below one a match`, result.rowsApart);
    }
  },
  restore: async function* () {
    const result = await restoreRound({ stays: option('stays', 20_000) });
    yield yes('backup and restore end with 0', result.backupCode === 0 && result.restoreCode === 0);
    yield yes('every receipt of before is found', result.receiptsCode === 0);
    yield yes('log against tables', result.logCode === 0);
    yield yes('rows of stays equal', result.equalRows);
    yield yes('identities can be opened, receipts checked', result.identityReadable && result.receiptCode === 0);
    yield yes('a folder that is not empty is refused', result.refusedFull === 2);
    yield yes('the backup holds no master key, and is refused without it', result.refusedWithoutKey);
  },
  erase: async function* (say) {
    const result = await eraseRound({ stays: option('stays', 5_000), say });
    yield figure('planted envelopes of one person, of every kind', result.envelopes, '>= 18', result.envelopes >= 18 && result.eraseCode === 0);
    yield figure(`tried after the erasure: files ${result.filesTried}, keys ${result.keysTried}, pieces of chunks`, result.chunksTried, '> 0', result.chunksTried > 0 && result.keysTried > 0);
    yield zero('envelopes of the person opened', result.openedAfter);
    yield figure('control: opened in the old backup with the old master key', result.openedByKeptKey, `= ${result.envelopes}`, result.openedByKeptKey === result.envelopes);
    yield figure('control: left over in the folder, for the old master key', result.lingering, '', undefined);
    yield zero('files that hold the old master key', result.oldKeyFound);
    yield figure('envelopes of others that open', result.othersOpened, `= ${result.others}`, result.othersOpened === result.others && result.others > 0);
    yield figure('views compared before and after', result.viewsCompared, '>= 5', result.viewsCompared >= 5);
    yield zero('views that differ', result.viewsChanged.length);
    yield figure(`stays sent while the key changed; turned away ${result.turnedAway} times`, result.sentMeanwhile, '> 0', result.sentMeanwhile > 0);
    yield zero('of these lost or closed', result.lostMeanwhile);
    yield zero('opened in the backup that was brought along', result.namedBackupOpens);
    yield yes('others open in it', result.namedBackupOthers);
    yield yes('the old backup is refused under the new master key', result.withoutKeyRefused);
    yield zero('opened after a restore of the old backup and the replay', result.replayedOpens);
    yield figure('killed at a step and finished by the next start', result.resumed, `= ${result.steps}`, result.resumed === result.steps && result.steps > 9);
  },
  rules: async function* (say) {
    for (const copies of [0, option('copies', 5)]) {
      const name = copies === 0 ? 'nothing planted (simulated)' : 'planted (simulated)';
      const { lines, stays, wrong, sweeps, sweepCpuMs } = await rulesRound({ days: option('days', 60), rate: option('rate', 1), seed: option('seed', 4), copies, say: (text) => say(`${name}: ${text}`) });
      for (const text of wrong.slice(0, 20)) say(text);
      yield zero(`${name}: answers that were not as expected`, wrong.length);
      for (const { rule, expected, hits, misses, falseAlarms, twice } of lines) {
        for (const one of [...misses, ...falseAlarms].slice(0, 10)) say(JSON.stringify(one));
        yield figure(`${name}: ${rule}: hits of ${String(expected)}`, hits, `= ${String(expected)}`, hits === expected && (copies === 0 || hits > 0));
        yield zero(`${name}: ${rule}: misses`, misses.length);
        yield zero(`${name}: ${rule}: raised twice`, twice);
        yield figure(`${name}: ${rule}: false alarms`, falseAlarms.length, `<= ${String(Math.round(stays / 20_000))}`, falseAlarms.length <= Math.round(stays / 20_000));
      }
      yield figure(`${name}: stays`, stays, '', undefined);
      yield figure(`${name}: CPU of one sweep, ms`, Math.round(sweepCpuMs / sweeps), '', undefined);
    }
  },
  boards: async function* (say) {
    for await (const { board, asked, faults } of boardsRounds()) {
      for (const fault of faults.slice(0, 20)) say(fault);
      yield figure(`${board}: statements of every panel, choice and range`, asked, '> 50', asked > 50);
      yield zero(`${board}: answers with a fault`, faults.length);
    }
  },
  truth: async function* (say) {
    for (const district of districts(option('days', 60))) {
      const name = `${district.preset}, seed ${district.seed}`;
      say(name);
      const result = await truthRound(district);
      for (const text of [...result.wrong, ...result.differences].slice(0, 20)) say(text);
      yield figure(`${name}: stays of ${district.days} days, by ${result.requests} requests`, result.stays, '>= 10,000', result.stays >= 10_000);
      yield zero(`${name}: answers that were not as the truth has them`, result.wrong.length);
      yield figure(`${name}: views compared, rows: ${Object.entries(result.rows).map(([view, rows]) => `${view} ${rows}`).join(', ')}`, Object.keys(result.rows).length, '>= 10', Object.keys(result.rows).length >= 10);
      yield zero(`${name}: rows that differ`, result.differences.length);
      yield yes(`${name}: a change of one stay is found`, result.planted >= 2);
      yield figure(`${name}: events of the programme`, result.programme, '>= 200', result.programme >= 200);
      yield yes(`${name}: an amendment that is missing is found`, result.leftOut >= 2);
      yield figure(`${name}: records of residents and workers`, result.records, '>= 4,000', result.records >= 4000);
      yield yes(`${name}: a death that is missing is found`, result.livedOn >= 2);
      yield figure(`${name}: coach trips, inspections, outages and businesses`, result.beside, '>= 300', result.beside >= 300);
      yield yes(`${name}: an inspection that is missing is found`, result.uninspected >= 2);
      yield figure(`${name}: alerts of people who are watched for`, result.alerts, '>= 500', result.alerts >= 500);
      yield yes(`${name}: a judgement that is missing is found`, result.unjudged >= 2);
    }
  },
};

const { names, options } = readArguments(process.argv.slice(2), ['order', 'kill', 'kafka', 'rebuild', 'bad-input', 'privacy', 'signals', 'restore', 'erase', 'truth']);
const option = (name: string, fallback: number): number => Number(options.get(name) ?? fallback);

const figures = await runSections(sections, names);
writeJson(options.get('json'), figures);
process.exit(figures.every(({ ok }) => ok !== false) ? 0 : 1);
