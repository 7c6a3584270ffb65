import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusterDir } from '../paths.ts';
import { clusterTemplates } from './templates.ts';

rmSync(clusterDir, { recursive: true, force: true });
mkdirSync(clusterDir);
for (const [name, text] of clusterTemplates()) writeFileSync(join(clusterDir, name), text);
