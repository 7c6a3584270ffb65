// `main.ts RESIDENTS [FOLDER]`: makes so many residents inside the engine and asks what people and dashboards ask of them; a process of its own. Prints JSON.
// With FOLDER the tables stay there, and are asked again if they are there already.
import { createEmbeddedWarehouse } from '@da06/warehouse';
import { costOf } from '../dashboards-run/measure.ts';
import { makeResidents } from '../district/residents.ts';
import { endOnSignal } from '../harness/ending.ts';
import { tempFolder } from '../harness/temp.ts';
import type { PopulationMeasured } from './measured.ts';
import { populationQueries } from './queries.ts';

endOnSignal();
const [count = '1000000', kept] = process.argv.slice(2);
const folder = kept === undefined ? tempFolder('population') : { path: kept, remove: () => undefined };

const warehouse = await createEmbeddedWarehouse({ path: folder.path });
try {
  await warehouse.migrate();
  const number = async (sql: string): Promise<number> => Number((await warehouse.query<{ n: string }>(sql))[0]?.n);
  const there = await number('SELECT toString(count()) AS n FROM da06.raw_population_records_v1');
  const made = there > 0 ? { records: there, madeInS: 0, recomputedInS: 0 } : await makeResidents(warehouse, Number(count));
  const queries: PopulationMeasured['queries'] = [];
  for (const [name, sql] of populationQueries) {
    try {
      queries.push({ name, ...(await costOf(warehouse, [sql])), failed: null });
    } catch (error) {
      queries.push({ name, ms: null, bytes: null, failed: `${String(error)} ${JSON.stringify((error as { context?: unknown }).context ?? '')}` });
    }
  }
  const result: PopulationMeasured = { ...made, spells: await number('SELECT toString(count()) AS n FROM da06.resident_spells'), diskBytes: await number("SELECT toString(sum(bytes_on_disk)) AS n FROM system.parts WHERE active AND database = 'da06'"), queries };
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  await warehouse.close();
  folder.remove();
}
