import { startNativeKafka } from '@da06/kafka';
import { join } from 'node:path';
import { runChild } from '../harness/child.ts';
import { figure } from '../harness/figures.ts';
import type { Figure } from '../harness/figures.ts';
import { da06, startHost } from '../harness/host.ts';
import { facility } from '../harness/stays.ts';
import { tempFolder } from '../harness/temp.ts';
import { takeIn } from './take-in.ts';

type Projection = { kafkaVersion: string; events: number; appended: number; projected: number; ownEngine: number; settings: string; stages: [string, number][] };

const named = async function* (name: string, figures: AsyncIterable<Figure>): AsyncGenerator<Figure> {
  for await (const one of figures) yield { ...one, name: `${name}: ${one.name}`, bar: '', ok: undefined };
};

/** Take-in and projection on Kafka beside the same on the embedded log, and beside ClickHouse's own Kafka table engine, in one run. */
export async function* kafka(stays: number): AsyncGenerator<Figure> {
  const folder = tempFolder('bench-kafka');
  const data = join(folder.path, 'embedded');
  const onKafka = join(folder.path, 'kafka');
  try {
    const host = await startHost(data);
    await host.call('POST', '/v1/facilities', facility);
    yield* named('embedded log', takeIn(host, stays));
    await host.stop();

    const broker = await startNativeKafka();
    try {
      const settings = { KAFKA_BROKERS: broker.brokers };
      const { code, stderr } = await da06(onKafka, ['topics', 'apply'], settings);
      if (code !== 0) throw new Error(`topics apply: ${stderr}`);
      const other = await startHost(onKafka, settings);
      await other.call('POST', '/v1/facilities', facility);
      yield* named(`Kafka ${broker.version}`, takeIn(other, stays));
      await other.stop();
    } finally {
      await broker.stop();
    }

    const embedded = await runChild<{ projected: number }>('projection-run', [data, '20000']);
    const run = await runChild<Projection>('kafka-projection-run', [data, '20000']);
    yield figure('projection from the embedded log, events/s', Math.round(embedded.projected), '', undefined);
    yield figure(`${run.events} events into Kafka, gzip, events/s`, Math.round(run.appended), '', undefined);
    yield figure('projection from Kafka, events/s', Math.round(run.projected), '', undefined);
    yield figure(`ClickHouse's Kafka engine (${run.settings}), events/s`, Math.round(run.ownEngine), '', undefined);
    yield figure('projection against ClickHouse’s Kafka engine', run.projected / run.ownEngine, '>= 0.4', run.projected / run.ownEngine >= 0.4);
    for (const [stage, micros] of run.stages) yield figure(`from Kafka, µs an event: ${stage}`, micros, '', undefined);
  } finally {
    folder.remove();
  }
}
