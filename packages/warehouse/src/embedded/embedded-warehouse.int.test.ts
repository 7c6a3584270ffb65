import { eventBuilders, removeFolder, tempFolder } from '@da06/testkit';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { encoded } from '../rows/encoded.fixture.ts';
import { createEmbeddedWarehouse } from './embedded-warehouse.ts';

it('bytes on their way into the engine leave no file, whether they are taken or refused', async () => {
  const path = tempFolder();
  const warehouse = await createEmbeddedWarehouse({ path, readers: 1 });
  await warehouse.migrate();
  await warehouse.insertEvents(encoded([eventBuilders().checkedIn()]));
  await expect(warehouse.insertEvents([Buffer.from('nonsense')])).rejects.toMatchObject({ code: 'warehouse.rejected' });
  expect(readdirSync(join(path, 'inbox'))).toEqual([]);
  await warehouse.close();
  removeFolder(path);
});
