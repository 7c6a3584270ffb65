// `main.ts STAYS [FOLDER]`: makes a district of so many stays inside the engine and asks the views of figures of days; a process of its own. Prints JSON.
// With FOLDER the tables stay there, and are asked again if they are there already.
import { createEmbeddedWarehouse, type Warehouse } from '@da06/warehouse';
import { restOfCompliance } from '../district/compliance.ts';
import { makeDistrict } from '../district/make.ts';
import { unitsOf } from '../district/residents.ts';
import { endOnSignal } from '../harness/ending.ts';
import { tempFolder } from '../harness/temp.ts';
import type { TourismMeasured, ViewCost } from './measured.ts';
import { tourismQueries } from './queries.ts';

endOnSignal();
const [count = '1000000', kept] = process.argv.slice(2);
const stays = Number(count);
const folder = kept === undefined ? tempFolder('tourism') : { path: kept, remove: () => undefined };
const times = 4;

/** Bytes read, as the engine tells them at the end of an answer; the rows before them may be many. */
const bytesRead = (answer: Uint8Array): number => Number(/"bytes_read": (\d+)/.exec(Buffer.from(answer.subarray(-400)).toString())?.[1]);
const rowsOf = (answer: Uint8Array): number => Number(/"rows": (\d+)/.exec(Buffer.from(answer.subarray(-400)).toString())?.[1]);

/** As columns, the engine's own form: as JSON a year of origins is 60 MB, and writing them takes as long as computing them. */
const costOf = async (warehouse: Pick<Warehouse, 'personQuery'>, name: string, sql: string): Promise<ViewCost> => {
  try {
    const { bytes: answer } = await warehouse.personQuery({ sql, format: 'JSONCompact', database: 'da06' });
    const costs: { readonly ms: number; readonly cpuMs: number }[] = [];
    for (let i = 0; i < times; i += 1) {
      const [began, cpu] = [performance.now(), process.cpuUsage()];
      await warehouse.personQuery({ sql, format: 'Native', database: 'da06' });
      const { user, system } = process.cpuUsage(cpu);
      costs.push({ ms: performance.now() - began, cpuMs: (user + system) / 1000 });
    }
    return { name, ms: Math.min(...costs.map(({ ms }) => ms)), cpuMs: Math.min(...costs.map(({ cpuMs }) => cpuMs)), rows: rowsOf(answer), bytes: bytesRead(answer), failed: null };
  } catch (error) {
    return { name, ms: null, cpuMs: null, rows: null, bytes: null, failed: `${String(error)} ${JSON.stringify((error as { context?: unknown }).context ?? '')}` };
  }
};

const warehouse = await createEmbeddedWarehouse({ path: folder.path });
try {
  await warehouse.migrate();
  const began = performance.now();
  const there = Number((await warehouse.query<{ n: string }>('SELECT toString(count()) AS n FROM da06.raw_facilities_v1'))[0]?.n) > 0;
  if (!there) {
    await warehouse.query(unitsOf());
    await makeDistrict(warehouse, stays, { registers: false, say: (text) => void process.stderr.write(`tourism: ${stays / 1e6} million stays: ${text}\n`) });
    for (const statement of restOfCompliance(stays)) await warehouse.query(statement);
  }
  const madeInS = there ? 0 : (performance.now() - began) / 1000;
  const queries: ViewCost[] = [];
  for (const [name, sql] of tourismQueries) queries.push(await costOf(warehouse, name, sql));
  const result: TourismMeasured = { stays, madeInS, queries };
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  await warehouse.close();
  folder.remove();
}
