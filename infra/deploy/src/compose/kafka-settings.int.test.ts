import { prepareNativeKafka } from '@da06/kafka';
import { freePort, spawned, tempFolder } from '@da06/testkit';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeSecrets } from '../make-secrets.ts';
import { composeFile } from './compose-file.ts';

/** The image's own rule: `KAFKA_LOG_DIRS` is `log.dirs`. What it keeps for itself is no setting of the broker. */
const brokerSettings = (): Map<string, string> =>
  new Map(
    Object.entries(composeFile.services['kafka']?.environment ?? {})
      .filter(([name]) => name.startsWith('KAFKA_') && name !== 'KAFKA_HEAP_OPTS')
      .map(([name, value]) => [name.slice('KAFKA_'.length).toLowerCase().replaceAll('_', '.'), String(value)]),
  );

const kafka = await prepareNativeKafka(() => undefined).catch((error: unknown) => {
  process.stderr.write(`Kafka’s settings are not tried: ${String(error)}\n`);
  return undefined;
});

it.skipIf(kafka === undefined)('Kafka itself starts with the settings and the id of a cluster that Compose gives it', async () => {
  const { java, jars } = kafka ?? expect.fail('no Java');
  const [folder, inside, controller] = [tempFolder(onTestFinished), await freePort(), await freePort()];
  const settings = brokerSettings();
  expect(settings.size).toBeGreaterThan(20);
  // What belongs to the container's own network and disk.
  const here = (value: string): string => value.replace('://:9092', `://localhost:${inside}`).replace('kafka:9092', `localhost:${inside}`).replace('localhost:9093', `localhost:${controller}`);
  const properties = join(folder, 'server.properties');
  writeFileSync(properties, [...settings].map(([name, value]) => `${name}=${name === 'log.dirs' ? join(folder, 'data') : here(value)}\n`).join(''));
  const logging = join(folder, 'log4j2.properties');
  writeFileSync(logging, 'appender.out.type=Console\nappender.out.name=OUT\nrootLogger.level=INFO\nrootLogger.appenderRef.out.ref=OUT\n');
  const run = (main: string, ...args: string[]) => spawned(java, ['-Xmx384m', '-XX:TieredStopAtLevel=1', `-Dlog4j2.configurationFile=${logging}`, '-cp', `${jars}/*`, main, ...args], { cwd: folder });

  // The id is random: of two hundred, three would begin with a dash if nothing prevented it.
  const id = Array.from({ length: 200 }, () => makeSecrets((length) => crypto.getRandomValues(new Uint8Array(length)))[0]?.value ?? '').sort()[0] ?? '';
  const format = run('kafka.tools.StorageTool', 'format', '-t', id, '-c', properties);
  expect(await format.ended, format.output() + format.errors()).toBe(0);
  const broker = run('kafka.Kafka', properties);
  onTestFinished(async () => {
    await broker.kill('SIGKILL');
  });
  await broker.sees(/Kafka Server started/, 40_000);
  expect(broker.output()).not.toMatch(/unknown config|not a known config/i);
});
