// Run as a process of its own: the engine serves one folder per process. `plant/main.ts DATA loss|double` spoils the tables on purpose.
import { createEmbeddedWarehouse } from '@da06/warehouse';
import { join } from 'node:path';

const [data = '', what = ''] = process.argv.slice(2);
const warehouse = await createEmbeddedWarehouse({ path: join(data, 'clickhouse') });
const victim = "type LIKE '%stay.checked-in%'";
if (what === 'loss') await warehouse.query(`DELETE FROM da06.raw_events_v2 WHERE event_id = (SELECT min(event_id) FROM da06.raw_events_v2 WHERE ${victim})`);
if (what === 'double') {
  await warehouse.query(`INSERT INTO da06.raw_events_v2 SELECT * REPLACE (recorded_at + INTERVAL 1 SECOND AS recorded_at) FROM da06.raw_events_v2 WHERE ${victim} ORDER BY event_id LIMIT 1`);
}
await warehouse.close();
process.stdout.write('{}\n', () => process.exit(0));
