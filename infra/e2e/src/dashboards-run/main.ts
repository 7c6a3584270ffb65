// `main.ts STAYS REGISTERS [FOLDER]`: makes a district of so many stays inside the engine and asks every panel of every dashboard; a process of its own. Prints JSON.
// With FOLDER the tables stay there, and are asked again if they are there already.
import { createEmbeddedWarehouse } from '@da06/warehouse';
import { statfsSync } from 'node:fs';
import { endOnSignal } from '../harness/ending.ts';
import { tempFolder } from '../harness/temp.ts';
import { makeDistrict } from '../district/make.ts';
import { makeResidents } from '../district/residents.ts';
import type { Measured } from './measured.ts';
import { measureBoards } from './views.ts';

endOnSignal();
const [count = '1000000', withRegisters = 'yes', kept] = process.argv.slice(2);
const stays = Number(count);
const registers = withRegisters === 'yes';
const folder = kept === undefined ? tempFolder('dashboards') : { path: kept, remove: () => undefined };
const say = (text: string): void => void process.stderr.write(`dashboards: ${stays / 1e6} million stays: ${text}\n`);

const free = (path: string): number => {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
};
/** As many people as a district of the plan has. */
const residents = 100_000;

/** About 400 bytes a stay, 120 without the registers; and half as much again while parts are merged. */
const wanted = stays * (registers ? 600 : 180);

const warehouse = await createEmbeddedWarehouse({ path: folder.path });
try {
  await warehouse.migrate();
  const rows = async (sql: string): Promise<number> => Number((await warehouse.query<{ n: string }>(sql))[0]?.n);
  const began = performance.now();
  if ((await rows('SELECT toString(count()) AS n FROM da06.raw_facilities_v1')) === 0) {
    if (free(folder.path) < wanted) throw new Error(`${Math.ceil(wanted / 1e9)} GB of disk are needed, ${Math.floor(free(folder.path) / 1e9)} are free`);
    await makeDistrict(warehouse, stays, { registers, say });
    say(`${residents} residents`);
    await makeResidents(warehouse, residents);
  }
  const madeInS = (performance.now() - began) / 1000;
  const result: Measured = {
    stays,
    registers,
    events: await rows("SELECT toString(sum(rows)) AS n FROM system.parts WHERE active AND database = 'da06' AND table = 'raw_events_v2'"),
    madeInS,
    diskBytes: await rows("SELECT toString(sum(bytes_on_disk)) AS n FROM system.parts WHERE active AND database = 'da06'"),
    engine: (await warehouse.query<{ v: string }>('SELECT version() AS v'))[0]?.v ?? '',
    ...(await measureBoards(warehouse, { registers, say })),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  await warehouse.close();
  folder.remove();
}
