import { mkdirSync, writeFileSync } from 'node:fs';
import { alertFiles } from './alerts/provisioning.ts';
import { dashboardFiles, fileText } from './boards.ts';

mkdirSync(new URL('../en/', import.meta.url), { recursive: true });
const files = dashboardFiles();
for (const [name, dashboard] of files) writeFileSync(new URL(`../${name}`, import.meta.url), fileText(dashboard));
const alerting = alertFiles();
mkdirSync(new URL('../../infra/grafana/provisioning/alerting/', import.meta.url), { recursive: true });
for (const [name, text] of alerting) writeFileSync(new URL(`../../infra/grafana/provisioning/alerting/${name}`, import.meta.url), text);
process.stdout.write(`${files.size} dashboards and ${alerting.size} files of alerting written\n`);
