import { topicSettings } from '@da06/kafka';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { usersXml } from './access/users-xml.ts';
import { clusterTemplates } from './cluster/templates.ts';
import { acceptedAudiences, boardProviders, dataSources } from './grafana/provisioning.ts';
import { topicsManifest } from './k8s/topics.ts';
import { userFiles, usersManifest } from './k8s/users.ts';
import { acceptanceFile, audiencesFile, clusterDir, grafanaDir, manifestsDir } from './paths.ts';

rmSync(clusterDir, { recursive: true, force: true });
mkdirSync(clusterDir);
for (const [name, text] of clusterTemplates()) writeFileSync(join(clusterDir, name), text);
writeFileSync(join(manifestsDir, 'kafka-topics.yaml'), topicsManifest(topicSettings));
writeFileSync(audiencesFile, usersXml());
writeFileSync(join(manifestsDir, 'clickhouse-users.yaml'), usersManifest(userFiles()));
writeFileSync(join(grafanaDir, 'datasources/da06.yaml'), dataSources());
writeFileSync(join(grafanaDir, 'dashboards/da06.yaml'), boardProviders());
writeFileSync(acceptanceFile, acceptedAudiences());
