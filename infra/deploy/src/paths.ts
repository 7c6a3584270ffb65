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

/** Users of audiences and agencies, generated. */
export const audiencesFile = join(usersDir, 'users.d/da06-audiences.xml');

/** What Grafana reads at its start. */
export const grafanaDir = join(root, 'infra/grafana/provisioning');

/** What a site's Grafana is accepted by. */
export const acceptanceFile = join(root, 'infra/grafana/acceptance/audiences.json');
