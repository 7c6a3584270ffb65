import { createKafkaLog } from '../kafka-log.ts';

/** A process of its own that appends until it is killed, and says on stdout what was acknowledged. */
const [brokers = '', topicPrefix = '', cachePath = '', run = ''] = process.argv.slice(2);
const quiet = { debug: () => {}, warn: () => {}, error: () => {} };
const log = await createKafkaLog({ connection: { brokers: [brokers] }, topicPrefix, clientId: run, cachePath, compacted: ['keys'], logger: quiet });

const append = async (caller: number): Promise<never> => {
  for (let unit = 0; ; unit += 1) {
    const name = `${run}-${caller}-${unit}`;
    const records = Array.from({ length: 1 + ((unit * 7) % 40) }, (_, part) => ({ topic: 'stays', key: `${name}/${part}`, value: Buffer.alloc(700, part) }));
    await log.commitUnit({ append: records, puts: [{ topic: 'keys', key: name, value: Buffer.from(String(records.length)) }] });
    process.stdout.write(`kept ${name} ${records.length}\n`);
  }
};

await Promise.all([0, 1, 2, 3].map(append));
