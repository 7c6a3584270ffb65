import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { usersDir } from '../paths.ts';

/** Files of ClickHouse's users and their limits, by where a server reads them: `users.d/…`, `config.d/…`. */
export const userFiles = (): ReadonlyMap<string, string> =>
  new Map(['config.d', 'users.d'].flatMap((folder) => {
    const path = join(usersDir, folder);
    return (existsSync(path) ? readdirSync(path).sort() : []).map((file) => [`${folder}/${file}`, readFileSync(join(path, file), 'utf8')] as const);
  }));

/** The manifest by which the Altinity operator gives every server of an installation the same files as Compose mounts. */
export const usersManifest = (files: ReadonlyMap<string, string>): string =>
  `# Generated from infra/clickhouse/users: npm run generate -w @da06/deploy\n${stringify(
    {
      apiVersion: 'clickhouse.altinity.com/v1',
      kind: 'ClickHouseInstallationTemplate',
      metadata: { name: 'da06-users' },
      spec: { configuration: { files: Object.fromEntries(files) } },
    },
    { lineWidth: 0 },
  )}`;
