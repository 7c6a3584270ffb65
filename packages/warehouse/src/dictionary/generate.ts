import { dictionaryFile } from '@da06/clickhouse-schema';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbeddedWarehouse } from '../embedded/embedded-warehouse.ts';
import { renderDictionary } from './render.ts';

const path = mkdtempSync(join(tmpdir(), 'da06-dictionary-'));
const warehouse = await createEmbeddedWarehouse({ path, readers: 1 });
await warehouse.migrate();
writeFileSync(dictionaryFile, await renderDictionary(warehouse));
await warehouse.close();
rmSync(path, { recursive: true });
