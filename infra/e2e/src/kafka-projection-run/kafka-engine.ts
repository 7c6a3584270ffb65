import { jsonColumns, jsonReading, rowsFromJson } from '../harness/engine-json.ts';

/** How ClickHouse's own consumer is set for the comparison: one consumer, blocks of 65,536 rows, a flush every 500 ms. */
export const kafkaEngineSettings = 'kafka_num_consumers = 1, kafka_max_block_size = 65536, kafka_poll_max_batch_size = 65536, kafka_flush_interval_ms = 500';

/** A table that reads the topic, and a view that carries its rows into the same door as our inserts. A Kafka table takes what concerns reading as its own settings. */
export const kafkaEngineStatements = (brokers: string, topic: string): readonly string[] => [
  `CREATE TABLE da06.bench_kafka (${jsonColumns}) ENGINE = Kafka SETTINGS kafka_broker_list = '${brokers}', kafka_topic_list = '${topic}', kafka_group_name = 'clickhouse-own', kafka_format = 'JSONEachRow', ${kafkaEngineSettings}, ${jsonReading}`,
  `CREATE MATERIALIZED VIEW da06.bench_kafka_mv TO da06.raw_inbox_v2 AS ${rowsFromJson('da06.bench_kafka')}`,
];
