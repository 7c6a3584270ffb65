import { createEmbeddedLog } from '../embedded-log.ts';

/** A process of its own that appends until it is killed or the disk takes no more, and says on stdout what was acknowledged and what was refused. */
const [path = '', run = ''] = process.argv.slice(2);
const log = createEmbeddedLog({ path, partitions: { stays: 4 } });

const append = async (caller: number): Promise<void> => {
  let refusals = 0;
  for (let unit = 0; ; unit += 1) {
    const name = `${run}-${caller}-${unit}`;
    const records = Array.from({ length: 1 + ((unit * 7) % 40) }, (_, part) => ({ topic: 'stays', key: `${name}/${part}`, value: Buffer.alloc(700, part) }));
    try {
      await log.commitUnit({ append: records, puts: [{ topic: 'keys', key: name, value: Buffer.from(String(records.length)) }] });
    } catch (error) {
      process.stdout.write(`refused ${(error as { code: string }).code} ${String((error as { retryable: boolean }).retryable)}\n`);
      refusals += 1;
      if (refusals === 3) return;
      continue;
    }
    process.stdout.write(`kept ${name} ${records.length}\n`);
  }
};

await Promise.all([0, 1, 2, 3].map(append));
await log.close();
process.stdout.write('closed\n');
