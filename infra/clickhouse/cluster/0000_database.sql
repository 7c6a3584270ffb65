-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.

CREATE DATABASE IF NOT EXISTS da06 ON CLUSTER '{cluster}';

USE da06;

CREATE TABLE IF NOT EXISTS schema_migrations ON CLUSTER '{cluster}' (name String COMMENT 'File', digest String COMMENT 'SHA-256 of the file')
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY name
COMMENT 'Migrations that were applied';
