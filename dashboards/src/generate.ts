import { mkdirSync, writeFileSync } from 'node:fs';
import { dashboardFiles, fileText } from './boards.ts';

mkdirSync(new URL('../en/', import.meta.url), { recursive: true });
const files = dashboardFiles();
for (const [name, dashboard] of files) writeFileSync(new URL(`../${name}`, import.meta.url), fileText(dashboard));
process.stdout.write(`${files.size} dashboards written\n`);
