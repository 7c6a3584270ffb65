/** A view reads as the services' user, whoever made it and whoever asks: who is granted a view alone needs no right to its tables. On one server the writer's profile says the same. */
const asWriter = (statement: string): string => {
  if (!/^CREATE (?:OR REPLACE )?VIEW /.test(statement)) return statement;
  const made = statement.replace(/^([\s\S]*?\n\))\nAS\n/, '$1\nDEFINER = da06_writer SQL SECURITY DEFINER\nAS\n');
  if (made === statement) throw new TypeError(`a view without a list of columns: ${statement.slice(0, 60)}`);
  return made;
};

const replicaPath = "'/clickhouse/tables/{uuid}/{shard}', '{replica}'";

/**
 * Makes a statement of a migration one for a cluster of replicas: sent to all of them, its table replicated.
 *
 * The replicas' path carries `{uuid}`, not the table's name: a rebuild exchanges tables, and a path with a name would then belong to the
 * wrong one. `{cluster}`, `{shard}` and `{replica}` are macros of each server; operators for Kubernetes set them.
 */
export const onCluster = (statement: string): string => {
  // Rows that a migration carries over go in at one replica and reach the others by replication; the table takes them twice as once.
  if (statement.startsWith('INSERT INTO raw_')) return statement;
  const sent = statement.replace(/^((?:CREATE (?:OR REPLACE )?(?:TABLE|MATERIALIZED VIEW|VIEW)(?: IF NOT EXISTS)?|DROP (?:TABLE|VIEW) IF EXISTS|ALTER TABLE(?= \w+ ADD COLUMN IF NOT EXISTS)) \w+)/, "$1 ON CLUSTER '{cluster}'");
  // Another kind of statement would have to be sent to the replicas in a way of its own: nobody may overlook it.
  if (sent === statement) throw new TypeError(`no form of this for a cluster is known: ${statement.slice(0, 60)}`);
  return asWriter(sent).replace(/^ENGINE = (\w*MergeTree)(?:\((.*)\))?$/m, (_, engine: string, own?: string) => `ENGINE = Replicated${engine}(${own === undefined ? replicaPath : `${replicaPath}, ${own}`})`);
};
