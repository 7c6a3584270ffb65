import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Where Compose looks for the values of its variables: beside docker-compose.yml. */
export const composeEnvFile = join(root, '.env');

export const migrationsDir = join(root, 'infra/clickhouse/migrations');
export const clusterDir = join(root, 'infra/clickhouse/cluster');
export const manifestsDir = join(root, 'infra/deploy/k8s');
export const usersDir = join(root, 'infra/clickhouse/users');
